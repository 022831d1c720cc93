/**
 * The template of every PDF. The document comes in as JSON through `sys.inputs`, never as markup, so no text that anybody typed can
 * be read as a command. Fonts come the same way. Measures follow `metrics.ts`; the page is 22 lines of 28 characters.
 */
export const TEMPLATE = String.raw`
#let d = json(bytes(sys.inputs.layout))
#let m = json(bytes(sys.inputs.metrics))
#let f = json(bytes(sys.inputs.fonts))
#let red = rgb("#" + m.red)
#let em-w = m.body.advancePt * 1pt
#let leading = m.body.linePt * 1pt - m.body.advancePt * 1pt

#set document(title: d.title.join(""), date: datetime(..d.day))
#set text(font: f.body, size: em-w, lang: "zh", region: "cn", top-edge: 0.88em, bottom-edge: -0.12em, cjk-latin-spacing: none)
#set par(leading: leading, spacing: leading, justify: true, first-line-indent: (amount: 2em, all: true), linebreaks: "simple")
#set block(spacing: leading)
#set table(stroke: 0.5pt + black, inset: (x: 4pt, y: 4pt))

#let line-height = m.body.linePt * 1pt
#let plain(body, ..args) = block(width: 100%, ..args, { set par(first-line-indent: 0pt); body })
#let blank(n) = for _ in range(n) { plain(sticky: true, hide[国]) }
#let piece(r) = {
  let t = r.text
  let shown = t.split("\n").map(x => [#x]).join(linebreak())
  if r.at("bold", default: false) { shown = text(weight: "bold", shown) }
  if r.at("underline", default: false) { shown = underline(offset: 2pt, shown) }
  if r.at("strike", default: false) { shown = strike(shown) }
  shown
}
#let pieces(rs) = rs.map(piece).join()
#let at-align(name) = if name == "right" { right } else if name == "center" { center } else { left }

#let grid-table(t, size) = {
  set text(size: size)
  set par(leading: 0.45em, spacing: 0.45em, first-line-indent: 0pt, justify: false)
  table(
    columns: t.columns.map(c => c.share * 1fr),
    inset: if t.isForm { (x: 4pt, y: 6pt) } else { (x: 4pt, y: 4pt) },
    align: (x, y) => if y == 0 and not t.isForm { center + horizon } else { at-align(t.columns.at(x).align) + horizon },
    ..if t.isForm { () } else { (table.header(repeat: true, ..t.columns.map(c => text(font: f.hei, c.header))),) },
    ..t.rows.map(row => row.map(pieces)).flatten(),
  )
}

#let heading-line(b) = {
  let face = if b.level == 1 { f.hei } else if b.level == 2 { f.kai } else { f.body }
  block(sticky: true, par(text(font: face, b.text)))
}

#let qr-square(b) = block(breakable: false, width: 100%, above: 12pt, align(center, {
  set par(first-line-indent: 0pt)
  image(bytes(b.svg), format: "svg", width: m.qrSideMm * 1mm, alt: b.caption + " " + b.address)
  block(above: 6pt, text(size: m.smallPt * 1pt, b.caption))
}))

#let body-block(b) = {
  if b.kind == "table" { grid-table(b, if b.isForm { m.smallPt * 1pt } else { 10.5pt }) }
  else if b.kind == "qr" { qr-square(b) }
  else if b.kind == "heading" { heading-line(b) }
  else if b.align == "body" { par(pieces(b.runs)) }
  else { plain(align(at-align(b.align), pieces(b.runs))) }
}

#let page-number() = context {
  let n = counter(page).get().first()
  if d.kind == "letter" and n == 1 { return }
  set text(font: f.song, size: m.smallPt * 1pt)
  let mark = [— #n —]
  if calc.odd(n) { align(right, pad(right: 1em, mark)) } else { align(left, pad(left: 1em, mark)) }
}

#let small-print() = {
  set text(size: 8pt, fill: luma(90))
  let words = ()
  if d.verification != "" { words.push(d.verification) }
  if d.at("substitute", default: "") != "" { words.push(d.substitute) }
  words.join("　")
}

#let draft-mark() = if d.isDraft { place(top + left, dy: -22mm, text(size: m.smallPt * 1pt, fill: luma(100))[草稿　未印发]) }

#let head-name() = text(font: f.title, size: d.issuerSize * 1pt, fill: red, top-edge: "bounds", bottom-edge: "bounds", d.issuer)

#let rules(thick-first) = {
  let thick = line(length: m.letter.ruleMm * 1mm, stroke: 2pt + red)
  let thin = line(length: m.letter.ruleMm * 1mm, stroke: 0.75pt + red)
  stack(dir: ttb, spacing: 1.5pt, ..if thick-first { (thick, thin) } else { (thin, thick) })
}

#let official-head() = {
  place(top + left, stack(dir: ttb, spacing: leading, ..d.marks.map(x => text(font: f.hei, x))))
  v(m.official.headBelowMm * 1mm, weak: false)
  plain(align(center, head-name()), above: 0pt)
  blank(2)
  if d.approver == "" { plain(align(center, d.number)) } else {
    plain(pad(x: 1em, [#d.number #h(1fr) 签发人：#text(font: f.kai, d.approver)]))
  }
  block(above: m.official.ruleGapMm * 1mm, line(length: 100%, stroke: 1.5pt + red))
  blank(2)
}

#let letter-head() = {
  place(top + left, dx: 20mm - m.page.leftMm * 1mm, dy: m.letter.headTopMm * 1mm - m.page.topMm * 1mm,
    box(width: m.letter.ruleMm * 1mm, align(center, stack(dir: ttb, spacing: m.letter.gapMm * 1mm, head-name(), rules(true)))))
  place(top + left, dx: 20mm - m.page.leftMm * 1mm,
    dy: (m.page.heightMm - m.letter.bottomRuleMm - m.page.topMm) * 1mm, rules(false))
  context v(measure(head-name()).height + (m.letter.headTopMm - m.page.topMm + m.letter.gapMm) * 1mm + 18pt)
  if d.answerClass != "" { plain(align(right, d.answerClass)) }
  plain(align(right, d.number))
  if d.approver != "" { plain(align(right, [签发人：#d.approver])) }
  blank(2)
}

#let plain-head() = if d.number != "" { plain(align(right, d.number)) }

#let imprint() = {
  if d.copies == "" and d.printedBy == "" { return }
  let ruled = d.kind == "official"
  set text(size: m.smallPt * 1pt)
  set par(leading: 8pt, spacing: 8pt, first-line-indent: 0pt)
  let rows = ()
  if d.copies != "" { rows.push(par(hanging-indent: 3em, [抄送：#d.copies])) }
  if d.printedBy != "" { rows.push([#d.printedBy #h(1fr) #d.printedOn]) }
  let last = rows.len() - 1
  v(1fr)
  block(breakable: false, width: 100%, stack(dir: ttb, ..rows.enumerate().map(((n, row)) => block(
    width: 100%, inset: (x: 1em, y: 4pt),
    stroke: if ruled { (top: if n == 0 { 0.35mm } else { 0.25mm }, bottom: if n == last { 0.35mm } else { 0mm }) } else { none },
    row))))
}

#let signed() = {
  set page(
    width: m.page.widthMm * 1mm, height: m.page.heightMm * 1mm,
    margin: (top: m.page.topMm * 1mm, bottom: m.page.bottomMm * 1mm, left: m.page.leftMm * 1mm, right: m.page.rightMm * 1mm),
    footer-descent: 7mm,
    footer: { page-number(); v(-3mm); small-print() },
  )
  draft-mark()
  if d.kind == "official" { official-head() } else if d.kind == "letter" { letter-head() } else { plain-head() }
  for t in d.title { plain(align(center, text(font: f.title, size: m.titlePt * 1pt, t)), sticky: true) }
  blank(1)
  if d.addressee != "" { plain(d.addressee) }
  let last = d.blocks.len() - 1
  for (n, b) in d.blocks.enumerate() {
    if n == last and d.keepsLastWithSignature { block(width: 100%, sticky: true, body-block(b)) } else { body-block(b) }
  }
  if d.attachments.len() > 0 {
    blank(1)
    plain(sticky: true, pad(left: 2em, grid(columns: (3em, 1fr), row-gutter: leading,
      ..d.attachments.enumerate().map(((n, x)) => (if n == 0 { [附件：] } else { [] }, x)).flatten())))
  }
  if d.signer != "" { block(breakable: false, width: 100%, {
    blank(2)
    plain(align(right, pad(right: d.signerIndent * 1pt, d.signer)))
    plain(align(right, pad(right: d.dateIndent * 1pt, d.date)))
  }) }
  if d.note != "" { plain(pad(left: 2em, d.note)) }
  imprint()
}

#let table-page() = {
  let paper = if d.paper == "A3" { "a3" } else { "a4" }
  set page(paper: paper, flipped: true, margin: 20mm, footer: context {
    set text(size: 9pt)
    align(center, [第 #counter(page).display() 页　共 #counter(page).final().first() 页#h(2em)#small-print()])
  })
  for t in d.title { plain(align(center, text(font: f.title, size: m.titlePt * 1pt, t))) }
  set text(size: 10.5pt)
  set par(leading: 6pt, first-line-indent: 0pt)
  if d.subtitle != "" { plain(align(center, d.subtitle)) }
  if d.basis != "" { plain(d.basis) }
  grid-table(d.table, 10.5pt)
}

#if d.kind == "table" { table-page() } else { signed() }
`
