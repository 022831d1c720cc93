import type { ReactElement } from 'react'
import type { Problem } from '#lib/http/problem.ts'
import { Block, ButtonLink, Page, PageTitle, type Frame } from '#portal/kit.ts'
import { portalWords } from './words.ts'
import { pick } from '#lib/pure/words.ts'

/** An error as a page: what happened and two ways on. */
export function problemPage(frame: Frame, problem: Problem): ReactElement {
  const t = pick(frame.locale, portalWords)
  return (
    <Page {...frame} title={problem.status === 404 ? t.notFound : t.trouble} isPrivate>
      <PageTitle lead={problem.message}>{problem.status === 404 ? t.notFound : t.trouble}</PageTitle>
      <Block>
        <p className="actions">
          <ButtonLink href="/">{t.home}</ButtonLink>
          <ButtonLink href="/suggestions" kind="secondary">
            {t.suggestions}
          </ButtonLink>
        </p>
      </Block>
    </Page>
  )
}
