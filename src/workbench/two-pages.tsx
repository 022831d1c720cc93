import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useFilters } from './use-filters.ts'
import './two-pages.css'

/** 1 write, 2 check. */
export type Step = 'write' | 'check'

/** The page of the form stands in the address, so that the way back of a phone leads from 2 to 1. */
export function useStep(): { step: Step; go: (step: Step) => void } {
  const { filters } = useFilters()
  const navigate = useNavigate()
  const step = filters['step'] === 'check' ? 'check' : 'write'
  const go = (next: Step) => {
    if (next === step) return
    void navigate({ to: '.', search: (next === 'check' ? { step: 'check' } : {}) as never })
    window.scrollTo(0, 0)
  }
  return { step, go }
}

interface Pages {
  readonly step: Step
  readonly write: ReactNode
  readonly next: { readonly label: string; readonly onClick: () => void }
  readonly check: ReactNode
}

/** A form and its check: one after the other on a phone, side by side at a desk, where nobody needs the way to the second. */
export function TwoPages({ step, write, next, check }: Pages) {
  return (
    <div className="two-pages" data-step={step}>
      <div className="page-write">
        {write}
        <Button className="page-next" type="primary" onClick={next.onClick}>
          {next.label}
        </Button>
      </div>
      <div className="page-check">{check}</div>
    </div>
  )
}
