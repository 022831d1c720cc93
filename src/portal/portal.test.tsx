import { resolve } from 'node:path'
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

import { describe, expect, test } from 'vitest'

import type { Palette } from '#lib/pure/identity.ts'
import { contrast, palettes } from '#lib/pure/identity.ts'

import { Field, Page, render, Status, withQuery } from './kit.ts'
import { sampleFrame, stories } from './stories.tsx'
import { accentStylesheet, portalStylesheet } from './stylesheet.ts'

describe('tokens.css', () => {
  const css = readFileSync(resolve('src/portal/tokens.css'), 'utf8')

  test.for([
    ['light', ':root'],
    ['dark', ":root[data-theme='dark']"],
    ['dark', ":root:not([data-theme='light'])"],
    ['big', ":root[data-view='big']"],
    ['bigDark', ":root[data-view='big'][data-theme='dark']"],
    ['bigDark', ":root[data-view='big']:not([data-theme='light'])"],
  ] as const)('carries the %s palette for %s', ([name, selector]) => {
    const block = css.split(`${selector} {`)[1]?.split('}')[0] ?? ''
    const base = name === 'big' ? palettes.light : name === 'bigDark' ? palettes.dark : null
    const expected = Object.entries(palettes[name]).filter(([token, value]) => base?.[token as keyof Palette] !== value)
    const declared = [...block.matchAll(/(--[\w-]+): (#[0-9a-f]{6});/g)].map(([, token, value]) => [token, value])
    expect(declared).toEqual(expected.map(([token, value]) => [cssName(token), value.toLowerCase()]))
  })

  test('large text in the dark overrides every colour that large text changes', () => {
    const changed = (name: 'big' | 'bigDark', from: 'light' | 'dark') =>
      Object.entries(palettes[name]).flatMap(([token, value]) =>
        palettes[from][token as keyof Palette] === value ? [] : [token],
      )
    expect(changed('bigDark', 'dark')).toEqual(expect.arrayContaining(changed('big', 'light')))
  })

  test('the whole style sheet stays under 10 KB on the wire', () => {
    expect(gzipSync(portalStylesheet(resolve('.')).body).length).toBeLessThan(10_000)
  })

  test.for([0, 60, 120, 180, 240, 300, 359])('an accent of hue %s stays readable', (hue) => {
    const [light, dark] = [...accentStylesheet(hue).body.matchAll(/--link:(#[0-9A-F]{6})/g)].map(([, colour]) => colour ?? '')
    expect(contrast(light ?? '', palettes.light.bg)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(dark ?? '', palettes.dark.bg)).toBeGreaterThanOrEqual(4.5)
  })
})

describe('Page', () => {
  test('is a whole document with language, title, canonical address and feed', () => {
    const html = render(<stories.home frame={{ ...sampleFrame, view: 'big' }} />)
    expect(html).toMatch(/^<!doctype html><html lang="zh-CN" data-view="big" data-theme="light">/)
    expect(html).toContain('<title>首页 - 示例市人大</title>')
    expect(html).toContain('<link rel="canonical" href="https://city.example/"/>')
    expect(html).toContain('<link rel="alternate" type="application/atom+xml" title="征求意见" href="/feeds/drafts.atom"/>')
  })

  test('names the error in the title and marks the present place in the top bar', () => {
    const html = render(<stories.form frame={sampleFrame} />)
    expect(html).toContain('<title>错误：对第十八条提意见 - 示例市人大</title>')
    expect(html).toContain('<a href="/drafts" aria-current="true">征求意见</a>')
  })

  test.for(Object.values(stories))('carries no inline style and no script', (Story) => {
    expect(render(<Story frame={sampleFrame} />)).not.toMatch(/ style="|<script|<style|javascript:| on\w+="/)
  })

  test('speaks English where asked', () => {
    const html = render(<stories.item frame={{ ...sampleFrame, locale: 'en' }} />)
    expect(html).toContain('Skip to content')
    expect(html).toContain('（Done）')
  })

  test('refuses a sixth item in the top bar', () => {
    const nav = [...sampleFrame.nav, { label: '第六', href: '/six' }]
    expect(() => render(<stories.home frame={{ ...sampleFrame, nav }} />)).toThrow('5')
  })

  test('JSON-LD cannot end its element', () => {
    const html = render(
      <Page {...sampleFrame} title="草案" jsonLd={{ name: '</script><b>' }}>
        文
      </Page>,
    )
    expect(html).toContain('{"name":"\\u003c/script>\\u003cb>"}')
  })
})

test('a state is a shape, a word and a colour', () => {
  const html = render(<Status kind="late" days={3} />)
  expect(html).toContain('tone-late')
  expect(html).toContain('<svg')
  expect(html).toContain('逾期 3 天')
})

test('a field ties label, hint and error to its control, and marks only the optional', () => {
  const html = render(<Field name="phone" kind="tel" label="电话" hint="不公开" error="号码不对，请核对。" />)
  expect(html).toContain('<label for="f-phone">电话</label>')
  expect(html).toContain('aria-describedby="f-phone-hint f-phone-error"')
  expect(html).toContain('aria-invalid="true"')
  expect(html).not.toContain('选填')
  expect(render(<Field name="phone" label="电话" isOptional />)).toContain('（选填）')
})

test('withQuery keeps the other values of an address', () => {
  expect(withQuery('/drafts?state=open', { v: 'big' })).toBe('/drafts?state=open&v=big')
  expect(withQuery('/drafts?v=big', { v: null })).toBe('/drafts')
})

function cssName(token: string): string {
  return `--${token.replace(/(\d)/, '-$1').replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
}
