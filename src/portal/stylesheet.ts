import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { accentColours } from '#lib/pure/identity.ts'

export type Stylesheet = {
  /** Address with a digest of the content, so that it may be kept for a year. */
  href: string
  body: string
}

const SOURCES = ['src/portal/portal.css', 'src/portal/tokens.css', 'src/lib/ui/ui.css']

/** The style sheet of the public pages, read once at start from the project's root folder and made smaller. */
export function portalStylesheet(root: string): Stylesheet {
  const body = squeeze(SOURCES.map((path) => readFileSync(join(root, path), 'utf8')).join('\n'))
  return { href: `/assets/portal-${digest(body)}.css`, body }
}

/** The few rules of a white-label accent (`congress.accentHue`), to be listed after the main style sheet. */
export function accentStylesheet(hue: number): Stylesheet {
  const rules = (isDark: boolean) => {
    const { button, hover, link } = accentColours(hue, isDark)
    return `--primary-bg:${button};--primary-hover:${hover};--link:${link}`
  }
  const standard = ":root:not([data-view='big'])"
  const body = [
    '@layer accent{',
    `${standard}{${rules(false)}}`,
    `@media screen and (prefers-color-scheme:dark){${standard}:not([data-theme='light']){${rules(true)}}}`,
    `@media screen{${standard}[data-theme='dark']{${rules(true)}}}`,
    '}',
  ].join('')
  return { href: `/assets/accent-${hue}-${digest(body)}.css`, body }
}

/** Leaves out comments and the white space that no rule needs. */
function squeeze(css: string): string {
  return css
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?([{};,]) ?/g, '$1')
    .replaceAll(/: /g, ':')
    .replaceAll(';}', '}')
    .trim()
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 10)
}
