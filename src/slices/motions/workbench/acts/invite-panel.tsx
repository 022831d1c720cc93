import { useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useState } from 'react'
import type { Problem } from '#workbench/kit.ts'
import { FormErrors, FormField, Panel, useAction, useWords } from '#workbench/kit.ts'
import type { Detail } from '../../contract.ts'
import { words } from '../../words.ts'
import { calls, topics } from '../calls.ts'
import { caseWords } from '../case-words.ts'
import { missing } from '../missing.ts'

type Chosen = { value: string; label: string }

/** 邀请联名: several deputies at once, found by name or initials; who is asked already is not offered. */
export function InvitePanel({ it }: { it: Detail }) {
  const t = useWords(caseWords)
  const w = useWords(words).action
  const [chosen, setChosen] = useState<Chosen[]>([])
  const [typed, setTyped] = useState('')
  const [lacking, setLacking] = useState<Problem | null>(null)
  const found = useQuery({
    queryKey: ['motion-deputies', typed],
    queryFn: () => calls.findDeputies({ query: { q: typed } }),
    enabled: typed !== '',
  })
  const act = useAction(calls.inviteCosigners, { topics, labels: w, done: t.done.invite, onDone: () => setChosen([]) })
  const asked = new Set([it.deputy.id, ...it.cosigners.filter(isOpen).map(({ deputy }) => deputy.id)])
  const options = (found.data?.items ?? [])
    .filter(({ id }) => !asked.has(id))
    .map(({ id, name, delegation }) => ({ value: id, label: delegation ? `${name}（${delegation}）` : name }))
  const send = () => {
    const none = missing([chosen.length === 0 && { path: 'deputyIds', message: t.inviteMissing }])
    setLacking(none)
    if (!none) void act.run({ params: { id: it.id }, body: { deputyIds: chosen.map(({ value }) => value) } })
  }
  const problem = lacking ?? act.problem
  return (
    <Panel title={t.invite}>
      <FormErrors problem={problem} />
      <FormField name="deputyIds" label={t.inviteLabel} hint={t.inviteHint} problem={problem}>
        {(control) => (
          <Select<Chosen[]>
            {...control}
            className="motion-picker"
            mode="multiple"
            labelInValue
            value={chosen}
            placeholder={t.invitePlace}
            notFoundContent={typed === '' || found.isPending ? t.inviteHint : t.inviteNone}
            showSearch={{ filterOption: false, onSearch: (text) => setTyped(text.trim()) }}
            options={options}
            onChange={(next) => setChosen(next)}
          />
        )}
      </FormField>
      <div className="action-bar">
        <Button type="primary" loading={act.isRunning} onClick={send}>
          {t.inviteSend}
        </Button>
      </div>
    </Panel>
  )
}

/** Who declined or withdrew may be asked again. */
function isOpen({ standing }: Detail['cosigners'][number]): boolean {
  return standing !== 'declined' && standing !== 'withdrawn'
}
