import type { ReactElement } from 'react'
import type { Audience } from '#kernel/identity/contract.ts'
import { pick } from '#lib/pure/words.ts'
import { Block, DataTable, Page, PageTitle, Section, type Frame } from '#portal/kit.ts'
import { manifests } from '../slices.ts'

const zh = {
  title: '接口说明',
  lead: '所有操作都在 /api/v1 之下，用 JSON 收发；错误按 RFC 9457 返回，detail 一句话说明怎么办。新建操作可带 Idempotency-Key，重试不会重复。',
  file: '机器可读的说明（OpenAPI 3.1）',
  operation: '操作',
  summary: '说明',
  audience: '谁可以用',
  public: '任何人',
  signedIn: '已登录的人',
}
const en: typeof zh = {
  title: 'API',
  lead: 'Every operation is below /api/v1 and speaks JSON; errors follow RFC 9457 and detail says what to do. Creating operations accept an Idempotency-Key, so a retry never doubles.',
  file: 'Machine-readable description (OpenAPI 3.1)',
  operation: 'Operation',
  summary: 'Summary',
  audience: 'Who may use it',
  public: 'anybody',
  signedIn: 'anybody signed in',
}
export const docsWords = { zh, en }

/** The contract as a page, straight from what the routes are made of. */
export function docsPage(frame: Frame): ReactElement {
  const t = pick(frame.locale, docsWords)
  const named = (it: string): string =>
    ({ public: t.public, signed_in: t.signedIn })[it as Audience & ('public' | 'signed_in')] ?? it
  return (
    <Page {...frame} title={t.title}>
      <PageTitle lead={t.lead}>{t.title}</PageTitle>
      <Block>
        <p>
          <a href="/api/openapi.json">{t.file}</a>
        </p>
      </Block>
      {manifests.map(({ name, contract }) => (
        <Section key={name} title={name}>
          <DataTable
            caption={name}
            rows={Object.entries(contract)}
            rowKey={([id]) => id}
            columns={[
              {
                key: 'operation',
                head: t.operation,
                isName: true,
                cell: ([, it]) => <code>{`${it.method} /api/v1${it.path}`}</code>,
              },
              { key: 'summary', head: t.summary, cell: ([, it]) => it.summary },
              { key: 'audience', head: t.audience, cell: ([, it]) => it.audience.map(named).join(', ') },
            ]}
          />
        </Section>
      ))}
    </Page>
  )
}
