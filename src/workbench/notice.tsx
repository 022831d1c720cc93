import { Button } from 'antd'
import type { ReactNode } from 'react'
import './notice.css'

/** Something a person should know before going on: told to screen readers, with an edge and not by colour alone. */
export function Notice({
  title,
  tone = 'plain',
  children,
  close,
}: {
  title: string
  tone?: 'plain' | 'warning'
  children?: ReactNode
  close?: { label: string; onClick: () => void }
}) {
  return (
    <div className={`notice is-${tone}`} role="status">
      <div>
        <b>{title}</b>
        {children}
      </div>
      {close && (
        <Button type="text" onClick={close.onClick}>
          {close.label}
        </Button>
      )}
    </div>
  )
}
