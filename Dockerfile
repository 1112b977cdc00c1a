# tilsyn and nothing else: no shell, no library, no user but the one it runs as, and nothing that it needs to write to.
#
#   make release
#   docker build --build-arg PROGRAM=dist/tilsyn-VERSION-linux-x86_64 -t tilsyn .
#   docker run --rm --read-only --network none -v "$PWD/exports:/exports:ro" tilsyn audit /exports
#
# Reports are written where a folder is mounted for them: -v "$PWD/report:/report" … -o /report
FROM scratch
ARG PROGRAM
COPY --chmod=0555 ${PROGRAM} /tilsyn
USER 65532:65532
WORKDIR /
ENTRYPOINT ["/tilsyn"]
CMD ["--help"]
