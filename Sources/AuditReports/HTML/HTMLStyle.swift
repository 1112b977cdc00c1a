/// How the page looks. Colours pass WCAG 2.2 AA against their ground in light and dark, and never carry meaning alone.
enum HTMLStyle {
  static let css = """
    :root{color-scheme:light dark;--ground:#fff;--sheet:#f5f7f9;--ink:#1a2129;--soft:#4a5763;--line:#c3ccd4;--link:#0b4f9e;\
    --critical:#7a0019;--high:#a11a00;--medium:#7a4b00;--low:#1f5d3a;--info:#3f4f5f;--bad:#a11a00;--open:#7a4b00;--good:#1f5d3a}
    @media (prefers-color-scheme:dark){:root{--ground:#12171c;--sheet:#1c232a;--ink:#e8edf1;--soft:#b3bfca;--line:#46535f;\
    --link:#8cc1ff;--critical:#ff9aa8;--high:#ff9b80;--medium:#f2bd60;--low:#7fd3a0;--info:#b3bfca;--bad:#ff9b80;\
    --open:#f2bd60;--good:#7fd3a0}}
    *{box-sizing:border-box}
    html{scroll-padding-top:1rem}
    body{margin:0;background:var(--ground);color:var(--ink);font:1rem/1.5 system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif}
    header,main,footer{max-width:72rem;margin:0 auto;padding:0 1rem}
    header{padding-top:1.5rem}
    main{padding-bottom:2rem}
    footer{padding-bottom:2rem;color:var(--soft)}
    h1{font-size:1.7rem;line-height:1.2;margin:.25rem 0 .5rem}
    h2{font-size:1.35rem;margin:2.5rem 0 .75rem;padding-top:.5rem;border-top:2px solid var(--line)}
    h3{font-size:1.1rem;margin:1.5rem 0 .25rem}
    h4{font-size:1rem;margin:.75rem 0 .25rem}
    p{margin:.4rem 0;max-width:46rem}
    p,li,h1,h2,h3,h4,dt,dd,caption{overflow-wrap:anywhere}
    a{color:var(--link)}
    a:focus-visible,summary:focus-visible,input:focus-visible,select:focus-visible,button:focus-visible,\
    .scroll:focus-visible{outline:3px solid var(--link);outline-offset:2px}
    code,.mono{font-family:ui-monospace,"Cascadia Mono","DejaVu Sans Mono",Menlo,monospace;font-size:.87em;\
    overflow-wrap:anywhere}
    .skip{position:absolute;left:-99rem}
    .skip:focus{left:1rem;top:1rem;padding:.5rem 1rem;background:var(--ground);z-index:1}
    .soft{color:var(--soft)}
    .kicker{color:var(--soft);margin:0}
    .verdict-box{border-left:.5rem solid var(--info);background:var(--sheet);padding:.75rem 1rem;margin:1rem 0}
    .verdict-box.failed{border-color:var(--bad)}
    .verdict-box.open{border-color:var(--open)}
    .verdict-box.passed{border-color:var(--good)}
    .verdict-box p{max-width:none}
    .lead{font-size:1.15rem}
    nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:.25rem 1rem;padding:0;margin:1rem 0}
    nav a{display:inline-block;padding:.25rem 0;min-height:1.75rem}
    .figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(8rem,1fr));gap:.75rem;padding:0;margin:1rem 0;\
    list-style:none}
    .figures li{background:var(--sheet);padding:.5rem .75rem;border-top:4px solid var(--line)}
    .figures b{display:block;font-size:1.6rem;line-height:1.2;font-variant-numeric:tabular-nums}
    .figures .bad{border-color:var(--bad)}.figures .open{border-color:var(--open)}.figures .good{border-color:var(--good)}
    .bar{display:block;width:100%;height:1.5rem}
    .bar .bad{fill:var(--bad)}.bar .open{fill:var(--open)}.bar .good{fill:var(--good)}.bar .rest{fill:var(--info)}
    .risks{padding:0;list-style:none;counter-reset:risk}
    .risks>li{border:1px solid var(--line);border-left-width:.4rem;padding:.5rem 1rem;margin:.75rem 0;background:var(--sheet)}
    .risks h3{margin-top:.25rem}
    .critical{border-left-color:var(--critical)!important}.high{border-left-color:var(--high)!important}
    .medium{border-left-color:var(--medium)!important}.low{border-left-color:var(--low)!important}
    .tag{display:inline-block;font-size:.8rem;font-weight:700;letter-spacing:.02em;padding:0 .4rem;border:1.5px solid;\
    border-radius:.2rem;white-space:nowrap}
    .tag.critical{color:var(--critical)}.tag.high{color:var(--high)}.tag.medium{color:var(--medium)}
    .tag.low{color:var(--low)}.tag.info{color:var(--info)}.tag.fail{color:var(--bad)}.tag.unverified{color:var(--open)}
    .scroll{overflow-x:auto}
    table{border-collapse:collapse;width:100%;margin:.5rem 0;font-size:.95rem}
    caption{text-align:left;font-weight:600;padding:.25rem 0}
    th,td{text-align:left;vertical-align:top;padding:.35rem .5rem;border-bottom:1px solid var(--line)}
    thead th{border-bottom:2px solid var(--line);background:var(--sheet)}
    td.n,th.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
    td.fill{min-width:7rem}
    .filters{display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:end;background:var(--sheet);padding:.75rem;\
    border:1px solid var(--line)}
    .filters label{display:block;font-size:.9rem;font-weight:600}
    .filters input,.filters select,button{font:inherit;color:inherit;background:var(--ground);border:1px solid var(--soft);\
    border-radius:.2rem;padding:.3rem .5rem;min-height:2.25rem;max-width:100%}
    .filters input{width:16rem}
    .filters select{width:13rem}
    button[disabled]{opacity:.55}
    .pages{display:flex;flex-wrap:wrap;gap:.75rem;align-items:center;margin:.75rem 0}
    .findings{list-style:none;padding:0;margin:.5rem 0}
    .finding{border-bottom:1px solid var(--line)}
    .finding summary{cursor:pointer;padding:.4rem .25rem;min-height:2rem;overflow-wrap:anywhere}
    .finding summary:hover{background:var(--sheet)}
    .finding .body{padding:.25rem .5rem 1rem 1.25rem}
    .finding ul{padding-left:1.1rem;margin:.25rem 0}
    .plain{padding:.4rem .25rem;overflow-wrap:anywhere}
    .proof{display:block;width:100%;max-width:46rem;height:auto;margin:.5rem 0}
    .proof rect{fill:var(--sheet);stroke:var(--soft)}
    .proof .hole rect{stroke-dasharray:5 3}
    .proof .end rect{stroke:var(--bad);stroke-width:2}
    .proof .end.unverified rect{stroke:var(--open);stroke-dasharray:5 3}
    .proof path{stroke:var(--soft);fill:none}
    .proof text{fill:var(--ink);font:11px ui-monospace,"DejaVu Sans Mono",Menlo,monospace}
    .proof .end text{font:12.5px system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif}
    .proof .place{fill:var(--soft)}
    [hidden]{display:none!important}
    @media (max-width:40rem){.proof{display:none}.finding .body{padding-left:.5rem}body{font-size:.95rem}\
    .filters div,.filters input,.filters select{width:100%}}
    @media print{:root{--ground:#fff;--sheet:#fff;--ink:#000;--soft:#333;--line:#999;--link:#000}
    @page{size:A4;margin:16mm 14mm}
    body{font-size:10pt}nav,.filters,.pages,.skip{display:none}h2{break-after:avoid}h3{break-after:avoid}
    .risks>li,.finding,tr,.verdict-box{break-inside:avoid}#findings,#actions,#sources{break-before:page}
    a{text-decoration:none}.scroll{overflow:visible}}

    """
}
