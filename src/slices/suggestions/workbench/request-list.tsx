import { Button, Input } from 'antd'
import type { Problem } from '#workbench/kit.ts'
import { controlId, FormField, useWords } from '#workbench/kit.ts'
import { most } from './form.ts'
import { workbenchWords } from './words.ts'

/** 具体建议: numbered requests that can be added, removed and moved by buttons, so that no dragging is needed. */
export function RequestList({
  requests,
  problem,
  onChange,
}: {
  requests: readonly string[]
  problem: Problem | null
  onChange: (requests: string[]) => void
}) {
  const t = useWords(workbenchWords)
  const focus = (at: number) => requestAnimationFrame(() => document.getElementById(controlId(`requests.${at}`))?.focus())
  const add = () => {
    onChange([...requests, ''])
    focus(requests.length)
  }
  const remove = (at: number) => {
    onChange(requests.filter((_, other) => other !== at))
    focus(Math.max(0, at - 1))
  }
  return (
    <fieldset className="request-list">
      <legend>{t.requests}</legend>
      {requests.map((request, at) => (
        // The place in the list is what a request is: its number.
        <div className="request" key={at}>
          <FormField
            name={`requests.${at}`}
            label={t.requestLabel(at + 1)}
            problem={problem}
            length={{ now: request.trim().length, most: most.request }}
          >
            {(control) => (
              <Input.TextArea
                {...control}
                rows={2}
                value={request}
                onChange={({ target }) => onChange(requests.with(at, target.value))}
              />
            )}
          </FormField>
          {requests.length > 1 && (
            <div className="request-tools">
              <Button aria-label={t.moveUp(at + 1)} disabled={at === 0} onClick={() => onChange(swapped(requests, at, at - 1))}>
                ↑
              </Button>
              <Button
                aria-label={t.moveDown(at + 1)}
                disabled={at === requests.length - 1}
                onClick={() => onChange(swapped(requests, at, at + 1))}
              >
                ↓
              </Button>
              <Button aria-label={t.removeRequest(at + 1)} onClick={() => remove(at)}>
                ×
              </Button>
            </div>
          )}
        </div>
      ))}
      <Button disabled={requests.length >= most.requests} onClick={add}>
        ＋ {t.addRequest}
      </Button>
    </fieldset>
  )
}

function swapped(list: readonly string[], from: number, to: number): string[] {
  return list.with(from, list[to] ?? '').with(to, list[from] ?? '')
}
