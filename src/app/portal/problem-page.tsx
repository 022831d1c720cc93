import type { ReactElement } from 'react'
import { pathWords } from '#workbench/path-words.ts'
import type { Problem } from '#lib/http/problem.ts'
import { Block, ButtonLink, Page, PageTitle, type Frame } from '#portal/kit.ts'
import { portalWords } from './words.ts'
import { pick } from '#lib/pure/words.ts'

/** An error as a page: what happened and the ways on; a mistyped address is offered to the search in its own words. */
export function problemPage(frame: Frame, problem: Problem): ReactElement {
  const t = pick(frame.locale, portalWords)
  const asked = problem.status === 404 ? pathWords(frame.path.split('?')[0] ?? '') : ''
  return (
    <Page {...frame} title={problem.status === 404 ? t.notFound : t.trouble} isPrivate>
      <PageTitle lead={problem.message}>{problem.status === 404 ? t.notFound : t.trouble}</PageTitle>
      <Block>
        <p className="actions">
          {asked.length > 1 && (
            <ButtonLink href={`/suggestions?q=${encodeURIComponent(asked)}`} kind="secondary">
              {t.searchFor(asked)}
            </ButtonLink>
          )}
          <ButtonLink href="/">{t.home}</ButtonLink>
          <ButtonLink href="/suggestions" kind="secondary">
            {t.suggestions}
          </ButtonLink>
        </p>
      </Block>
    </Page>
  )
}
