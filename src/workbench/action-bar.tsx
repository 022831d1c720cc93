import { App, Button } from 'antd'

import { useWords } from '#lib/ui/locale.tsx'

import type { Command } from './commands.ts'
import { useCommands } from './commands.ts'
import { words } from './words.ts'

export type BarAction = {
  /** The name in `allowed`. */
  name: string
  /** Says the act: `确认交办`. */
  label: string
  run: () => void
  isRunning?: boolean
  /** A key for it; an action named `edit` has `e`. */
  key?: string
  /** An act that cannot be taken back: red, and its effect is asked first (`撤回后承办单位将停止办理。`). */
  danger?: { effect: string }
}

/**
 * Buttons for what this person may do now. `allowed` travels with the view from the server; nothing is derived here.
 * The first allowed action is the primary one.
 */
export function ActionBar({ allowed, actions }: { allowed: readonly string[]; actions: readonly BarAction[] }) {
  const t = useWords(words)
  const { modal } = App.useApp()
  const shown = actions.filter(({ name }) => allowed.includes(name))
  const start = ({ danger, label, run }: BarAction) => {
    if (!danger) return run()
    modal.confirm({
      title: label,
      content: danger.effect,
      okText: label,
      okButtonProps: { danger: true },
      cancelText: t.cancel,
      onOk: run,
    })
  }
  useCommands(shown.filter(({ isRunning }) => !isRunning).map((action) => commandOf(action, start)))
  if (shown.length === 0) return null
  return (
    <div className="action-bar">
      {shown.map((action, at) => (
        <Button
          key={action.name}
          type={at === 0 && !action.danger ? 'primary' : 'default'}
          danger={action.danger !== undefined}
          loading={action.isRunning ?? false}
          onClick={() => start(action)}
        >
          {action.label}
        </Button>
      ))}
    </div>
  )
}

function commandOf(action: BarAction, start: (action: BarAction) => void): Command {
  const key = action.key ?? (action.name === 'edit' ? 'e' : undefined)
  return { label: action.label, ...(key !== undefined && { key }), run: () => start(action) }
}
