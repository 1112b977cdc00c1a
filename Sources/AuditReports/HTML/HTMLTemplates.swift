import Mustache

/// The parts of the page, as templates. Texts enter them through ``InertHTML`` alone: what stands in three braces is the style, the
/// script and drawings, which are made here.
enum HTMLTemplates {
  /// All parts, compiled once.
  static let library: MustacheLibrary = {
    MustacheContentTypes.register(InertHTML(), named: InertHTML.name)
    let pragma = "{{% CONTENT_TYPE: \(InertHTML.name)}}"
    return MustacheLibrary(
      templates: parts.mapValues { text in
        do {
          return try MustacheTemplate(string: pragma + text)
        } catch {
          preconditionFailure("a template is wrong: \(error)")
        }
      })
  }()

  private static let parts = [
    "head": head, "dispositions": dispositions, "summary": summary, "conditions": conditions, "group": group,
    "finding": finding,
    "groupEnd": groupEnd,
    "filters": filters, "frameworks": frameworks, "rights": rights, "tables": tables, "foot": foot,
  ]

  private static let head = """
    <!doctype html>
    <html lang="{{language}}">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width,initial-scale=1">
    <meta name="generator" content="tilsyn {{version}}">
    <meta name="referrer" content="no-referrer">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none';style-src '{{{styleHash}}}';script-src '{{{scriptHash}}}';base-uri 'none';form-action 'none'">
    <title>{{t.title}}: {{verdict}}, {{day}}</title>
    <style>{{{style}}}</style>
    </head>
    <body>
    <a class="skip" href="#main">{{t.skip}}</a>
    <header>
    <p class="kicker">{{t.title}}, {{t.asOf}}</p>
    </header>
    <main id="main" tabindex="-1">

    """

  private static let summary = """
    <h1>{{verdict}}</h1>
    <div class="verdict-box {{state}}">
    <p class="lead">{{sentence}}</p>
    {{#conditionTexts}}<p>{{.}}</p>
    {{/conditionTexts}}</div>
    <nav aria-label="{{t.contents}}"><ul>
    {{#sections}}<li><a href="#{{id}}">{{title}}</a></li>
    {{/sections}}</ul></nav>
    <ul class="figures">
    {{#figures}}<li class="{{kind}}"><b>{{number}}</b> {{label}}</li>
    {{/figures}}</ul>
    {{#bar}}<svg class="bar" viewBox="0 0 1000 24" preserveAspectRatio="none" aria-hidden="true" focusable="false">{{#parts}}<rect class="{{kind}}" x="{{x}}" y="0" width="{{width}}" height="24"/>{{/parts}}</svg>
    {{/bar}}{{#risks}}<h2 id="risks">{{heading}}</h2>
    <ol class="risks">
    {{#items}}<li class="{{severity}}"><h3><span class="tag {{severity}}">{{severityWord}}</span> <a href="#p-{{number}}">{{title}}</a></h3>
    <p>{{count}}</p>
    <ul>{{#who}}<li>{{.}}</li>{{/who}}</ul>
    {{#cure}}<p><b>{{label}}</b> {{text}}</p>{{/cure}}</li>
    {{/items}}</ol>
    {{/risks}}{{#reasons}}<h2 id="reasons">{{heading}}</h2>
    <ul>
    {{#lines}}<li>{{.}}</li>
    {{/lines}}</ul>
    {{/reasons}}
    """

  private static let conditions = """
    <h2 id="completeness">{{t.completeness}}</h2>
    <p>{{sum}}</p>
    {{#open}}<div class="scroll" tabindex="0" role="region" aria-label="{{caption}}"><table><caption>{{caption}}</caption>
    <thead><tr>{{#heads}}<th scope="col">{{.}}</th>{{/heads}}</tr></thead><tbody>
    {{#rows}}<tr><th scope="row"><code>{{path}}</code></th><td>{{state}}</td><td>{{#details}}{{.}}<br>{{/details}}</td></tr>
    {{/rows}}</tbody></table></div>{{#more}}<p>{{more}}</p>{{/more}}
    {{/open}}{{#wanted}}<div class="scroll" tabindex="0" role="region" aria-label="{{caption}}"><table><caption>{{caption}}</caption>
    <thead><tr>{{#heads}}<th scope="col">{{.}}</th>{{/heads}}</tr></thead><tbody>
    {{#rows}}<tr><th scope="row"><code>{{document}}</code></th><td class="n">{{policies}}</td><td>{{obtain}}</td></tr>
    {{/rows}}</tbody></table></div>
    {{/wanted}}
    """

  private static let filters = """
    <h2 id="findings">{{t.findings}}</h2>
    <p>{{intro}}</p>
    <div class="filters" id="filters" role="search" aria-label="{{t.filters}}" hidden data-count="{{t.range}}" data-none="{{t.none}}" data-fail="{{t.fail}}" data-unverified="{{t.unverified}}">
    <div><label for="search">{{t.search}}</label><input id="search" type="search" autocomplete="off"></div>
    <div><label for="severity">{{t.severity}}</label><select id="severity"><option value="">{{t.all}}</option>{{#severities}}<option value="{{value}}">{{label}}</option>{{/severities}}</select></div>
    <div><label for="verdict">{{t.verdict}}</label><select id="verdict"><option value="">{{t.all}}</option><option value="fail">{{t.fail}}</option><option value="unverified">{{t.unverified}}</option></select></div>
    <div><label for="policy">{{t.policy}}</label><select id="policy"><option value="">{{t.all}}</option>{{#policies}}<option value="{{number}}">{{title}}</option>{{/policies}}</select></div>
    </div>
    <div class="pages" id="pages" hidden><button type="button" id="back">{{t.back}}</button><button type="button" id="next">{{t.next}}</button><span id="count" role="status"></span></div>

    """

  private static let group = """
    <section class="group" id="p-{{number}}" data-severity="{{severity}}" aria-labelledby="h-{{number}}">
    <h3 id="h-{{number}}"><span class="tag {{severity}}">{{severityWord}}</span> {{title}}</h3>
    <p class="soft">{{count}} <code>{{id}}</code></p>
    {{#cure}}<p><b>{{label}}</b> {{text}}</p>
    {{/cure}}<details><summary>{{t.background}}</summary>{{#why}}<p>{{.}}</p>{{/why}}{{#basis}}<p><b>{{label}}</b> {{text}}</p>{{/basis}}{{#controls}}<p><b>{{label}}</b> {{text}}</p>{{/controls}}</details>
    <ul class="findings">

    """

  private static let finding = """
    <li class="finding" id="f-{{short}}" data-verdict="{{verdict}}"><details><summary><span class="tag {{verdict}}">{{verdictWord}}</span> {{message}} <code>{{short}}</code>{{#note}} <span class="soft">{{note}}</span>{{/note}}</summary>
    <div class="body">{{{drawing}}}<h4>{{t.restsOn}}</h4>
    <ul>{{#facts}}<li>{{#place}}<code>{{place}}</code> {{/place}}{{#hole}}<b>{{t.notKnown}}</b> {{/hole}}<code>{{fact}}</code></li>{{/facts}}{{#more}}<li>{{more}}</li>{{/more}}</ul>
    <p class="soft"><code>tilsyn why {{short}} {{inputs}}</code></p></div></details></li>

    """

  private static let dispositions = """
    {{#changes}}<h2 id="changes">{{title}}</h2>
    <p>{{counts}}</p>
    {{#remarks}}<p>{{.}}</p>
    {{/remarks}}{{#table}}<div class="scroll" tabindex="0" role="region" aria-label="{{title}}"><table><caption>{{caption}}</caption>
    <thead><tr><th scope="col">{{t.became}}</th><th scope="col">{{t.policy}}</th><th scope="col">{{t.finding}}</th><th scope="col">{{t.firstSeen}}</th></tr></thead><tbody>
    {{#rows}}<tr><td>{{reason}}</td><td>{{policy}}</td><th scope="row">{{text}}</th><td>{{day}}</td></tr>
    {{/rows}}</tbody></table></div>
    {{/table}}{{#more}}<p>{{more}}</p>
    {{/more}}{{/changes}}{{#waivers}}<h2 id="waivers">{{title}}</h2>
    <p>{{counts}}</p>
    {{#table}}<div class="scroll" tabindex="0" role="region" aria-label="{{title}}"><table><caption>{{title}}</caption>
    <thead><tr><th scope="col">{{t.waiver}}</th><th scope="col">{{t.state}}</th><th scope="col">{{t.policy}}</th><th scope="col">{{t.owner}}</th><th scope="col">{{t.approver}}</th><th scope="col">{{t.expires}}</th><th scope="col">{{t.reason}}</th></tr></thead><tbody>
    {{#rows}}<tr><th scope="row">{{id}}</th><td>{{state}}</td><td>{{policy}}</td><td>{{owner}}</td><td>{{approver}}</td><td>{{expires}}</td><td>{{reason}}</td></tr>
    {{/rows}}</tbody></table></div>
    {{/table}}{{#more}}<p>{{more}}</p>
    {{/more}}{{/waivers}}

    """

  private static let groupEnd = """
    </ul>
    {{#more}}<p class="more">{{more}}</p>
    {{/more}}</section>

    """

  private static let frameworks = """
    <h2 id="frameworks">{{t.frameworks}}</h2>
    <p>{{t.controlMeaning}}</p>
    {{#frameworks}}<h3>{{title}}</h3>
    <p>{{counts}}</p>
    <p class="soft">{{facts}}</p>
    {{#table}}<div class="scroll" tabindex="0" role="region" aria-label="{{title}}"><table><caption>{{title}}</caption>
    <thead><tr><th scope="col">{{t.control}}</th><th scope="col">{{t.verdict}}</th><th scope="col" class="n">{{t.fail}}</th><th scope="col" class="n">{{t.unverified}}</th><th scope="col" class="n">{{t.pass}}</th><th scope="col">{{t.policies}}</th></tr></thead><tbody>
    {{#controls}}<tr><th scope="row">{{id}}<br>{{title}}</th><td>{{verdict}}</td><td class="n">{{failed}}</td><td class="n">{{unverified}}</td><td class="n">{{passed}}</td><td>{{#policies}}{{#link}}<a href="#p-{{number}}">{{title}}</a>{{/link}}{{#plain}}{{title}}{{/plain}} ({{verdict}})<br>{{/policies}}</td></tr>
    {{/controls}}</tbody></table></div>
    {{/table}}{{#uncovered}}<details><summary>{{label}}</summary><ul>{{#controls}}<li>{{id}} {{title}}</li>{{/controls}}</ul></details>
    {{/uncovered}}{{/frameworks}}

    """

  private static let rights = """
    <h2 id="rights">{{t.rights}}</h2>
    <p>{{t.rightsIntro}}{{#open}} {{open}}{{/open}}</p>
    <div class="scroll" tabindex="0" role="region" aria-label="{{t.rights}}"><table><caption>{{t.rights}}</caption>
    <thead><tr><th scope="col">{{t.holder}}</th><th scope="col">{{t.right}}</th><th scope="col">{{t.in}}</th><th scope="col">{{t.system}}</th><th scope="col">{{t.shownBy}}</th></tr></thead><tbody>
    {{#rights}}<tr><th scope="row">{{holder}}{{#id}}<br><code>{{id}}</code>{{/id}}</th><td>{{right}}{{#possible}}<br>{{possible}}{{/possible}}</td><td>{{place}}</td><td>{{system}}</td><td>{{#places}}<code>{{.}}</code><br>{{/places}}</td></tr>
    {{/rights}}</tbody></table></div>
    {{#more}}<p>{{more}}</p>
    {{/more}}

    """

  private static let tables = """
    <h2 id="people">{{t.people}}</h2>
    <p>{{t.peopleIntro}}</p>
    <div class="scroll" tabindex="0" role="region" aria-label="{{t.people}}"><table><caption>{{t.peopleCaption}}</caption>
    <thead><tr><th scope="col">{{t.subject}}</th><th scope="col">{{t.type}}</th><th scope="col" class="n">{{t.fail}}</th><th scope="col" class="n">{{t.unverified}}</th><th scope="col">{{t.concerns}}</th></tr></thead><tbody>
    {{#subjects}}<tr><th scope="row">{{name}}</th><td><code>{{type}}</code></td><td class="n">{{failed}}</td><td class="n">{{unverified}}</td><td>{{#links}}<a href="#{{anchor}}">{{title}}</a><br>{{/links}}</td></tr>
    {{/subjects}}</tbody></table></div>
    {{#moreSubjects}}<p>{{moreSubjects}}</p>{{/moreSubjects}}
    <h2 id="actions">{{t.actions}}</h2>
    <p>{{t.actionsIntro}}</p>
    <div class="scroll" tabindex="0" role="region" aria-label="{{t.actions}}"><table><caption>{{t.actions}}</caption>
    <thead><tr><th scope="col">{{t.severity}}</th><th scope="col">{{t.policy}}</th><th scope="col">{{t.cure}}</th><th scope="col" class="n">{{t.members}}</th><th scope="col">{{t.owner}}</th><th scope="col">{{t.deadline}}</th></tr></thead><tbody>
    {{#actions}}<tr><td><span class="tag {{severity}}">{{severityWord}}</span></td><th scope="row"><a href="#p-{{number}}">{{title}}</a></th><td>{{fix}}</td><td class="n">{{count}}</td><td class="fill"></td><td class="fill"></td></tr>
    {{/actions}}</tbody></table></div>
    <h2 id="policies">{{t.policies}}</h2>
    <div class="scroll" tabindex="0" role="region" aria-label="{{t.policies}}"><table><caption>{{t.policiesCaption}}</caption>
    <thead><tr><th scope="col">{{t.policy}}</th><th scope="col">{{t.severity}}</th><th scope="col">{{t.state}}</th><th scope="col" class="n">{{t.members}}</th><th scope="col" class="n">{{t.pass}}</th><th scope="col" class="n">{{t.fail}}</th><th scope="col" class="n">{{t.unverified}}</th><th scope="col" class="n">{{t.exempt}}</th><th scope="col">{{t.controls}}</th></tr></thead><tbody>
    {{#policies}}<tr><th scope="row">{{title}}<br><code>{{id}}</code></th><td>{{severity}}</td><td>{{state}}</td><td class="n">{{population}}</td><td class="n">{{passed}}</td><td class="n">{{failed}}</td><td class="n">{{unverified}}</td><td class="n">{{exempt}}</td><td>{{controls}}</td></tr>
    {{/policies}}</tbody></table></div>
    <h2 id="sources">{{t.sources}}</h2>
    <p>{{sum}}</p>
    <div class="scroll" tabindex="0" role="region" aria-label="{{t.sources}}"><table><caption>{{t.sourcesCaption}}</caption>
    <thead><tr><th scope="col">{{t.file}}</th><th scope="col">{{t.kind}}</th><th scope="col">{{t.state}}</th><th scope="col" class="n">{{t.read}}</th><th scope="col" class="n">{{t.used}}</th><th scope="col" class="n">{{t.rejected}}</th><th scope="col" class="n">{{t.outOfScope}}</th><th scope="col">SHA-256</th></tr></thead><tbody>
    {{#sources}}<tr><th scope="row"><code>{{path}}</code>{{#extracted}}<br>{{extracted}}{{/extracted}}</th><td><code>{{kind}}</code></td><td>{{state}}</td><td class="n">{{read}}</td><td class="n">{{used}}</td><td class="n">{{rejected}}</td><td class="n">{{outOfScope}}</td><td><code>{{digest}}</code></td></tr>
    {{/sources}}</tbody></table></div>
    <h2 id="integrity">{{t.integrity}}</h2>
    <p>{{t.integrityIntro}}</p>
    <dl>{{#facts}}<dt><b>{{name}}</b></dt><dd><code>{{value}}</code></dd>{{/facts}}</dl>
    <details><summary>{{t.digests}}</summary><ul>
    {{#digests}}<li><code>{{sha256}} {{path}}</code></li>
    {{/digests}}</ul></details>

    """

  private static let foot = """
    </main>
    <footer><p>tilsyn {{version}} ({{commit}})</p></footer>
    <script>{{{script}}}</script>
    </body>
    </html>

    """
}
