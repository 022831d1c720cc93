import { describe, expect, test } from 'vitest'
import { code } from '../fixtures/code.ts'
import { fixture, required, singles } from '../fixtures/fixture.ts'
import { outlineOf } from '../outline.ts'
import { parseLaw } from '../parse.ts'
import { parseDocx } from '../read-docx.ts'
import type { LawText } from '../types.ts'
import { walk } from '../walk.ts'
import { toAkomaNtoso } from './akoma-ntoso.ts'
import { toDocx } from './docx.ts'
import { toMarkdown, toText } from './plain.ts'
import { readXml, schemaProblems } from './schema-check.ts'

const schema = required('akn/akomantoso30.xsd')
const laws = [
  ...singles().map((name): [string, string] => [name, fixture(`single/${name}.toc.txt`) ?? required(`single/${name}.txt`)]),
  ['a code', code] as [string, string],
]
const shapeOf = (law: LawText) => {
  const { defects: _, headings, ...rest } = outlineOf(law)
  return {
    ...rest,
    headings: headings.filter(({ level }) => level !== null),
    eIds: [...walk(law.body)].map(({ node }) => node.eId),
  }
}

describe.each(laws)('LEG-26 LEG-31 %s', (_, source) => {
  const law = parseLaw(source)

  test('is read again from its text', () => {
    expect(shapeOf(parseLaw(toText(law)))).toEqual(shapeOf(law))
  })

  test('is read again from its Markdown', () => {
    const { preamble: _, ...again } = shapeOf(parseLaw(toMarkdown(law)))
    expect(shapeOf(law)).toMatchObject(again)
  })

  test('keeps the published schema as Akoma Ntoso, every unit with its eId', () => {
    const xml = toAkomaNtoso(law)
    expect(schemaProblems(schema, xml)).toEqual([])
    for (const { node } of walk(law.body)) expect(xml).toContain(`eId="${node.eId}"`)
  })
})

test('is read again from its Word document', async () => {
  for (const [, source] of laws.filter(
    ([name]) => name === 'a code' || name.startsWith('山东省信访') || name.startsWith('北京市文明'),
  )) {
    const law = parseLaw(source)
    expect(shapeOf(await parseDocx(await toDocx(law)))).toEqual(shapeOf(law))
  }
})

describe('the schema check sees what is wrong', () => {
  const xml = toAkomaNtoso(parseLaw(code))
  test.each([
    ['a missing attribute', xml.replace(' language="zho"', ''), '<FRBRlanguage> lacks language'],
    ['an unknown element', xml.replaceAll('article', 'clausula'), '<clausula> is not in the schema'],
    ['an element out of place', xml.replace('<preface>', '<conclusions><p/></conclusions><preface>'), /^<act> may not hold/],
    ['an unknown attribute', xml.replace('<body>', '<body colour="red">'), '<body> may not have colour'],
    ['an eId twice', xml.replace('eId="art_2"', 'eId="art_1"'), 'eId art_1 stands twice'],
    ['loose text', xml.replace('<body>', '<body>words'), '<body> may not hold text'],
  ])('%s', (_, broken, problem) => {
    expect(schemaProblems(schema, broken)).toEqual(
      expect.arrayContaining([typeof problem === 'string' ? problem : expect.stringMatching(problem)]),
    )
  })
})

test('Akoma Ntoso carries title, date of passing and escaped words', () => {
  const xml = toAkomaNtoso(parseLaw('某条例\n（2021年5月1日某市人民代表大会常务委员会通过）\n第一条　甲<乙 & “丙”\u0007。\n'))
  expect(xml).toContain('<docTitle>某条例</docTitle>')
  expect(xml).toContain('date="2021-05-01"')
  expect(xml).toContain('甲&lt;乙 &amp; “丙”\ufffd。')
  expect(readXml(xml).name).toBe('akomaNtoso')
})
