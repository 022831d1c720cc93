import type { ReactNode } from 'react'
import './file-choice.css'

interface Given {
  readonly id: string
  readonly describedBy?: string | undefined
  /** Endings or media types, as the browser's dialog takes them; the server judges again. */
  readonly accept: string
  readonly label: string
  readonly isMultiple?: boolean
  readonly isDisabled?: boolean
  readonly onChoose: (files: readonly File[]) => void
  /** What was chosen, or what may be. */
  readonly children?: ReactNode
}

/** Choosing files by one button; the same name can be chosen again once the file was mended. */
export function FileChoice({ id, describedBy, accept, label, isMultiple, isDisabled, onChoose, children }: Given) {
  return (
    <span className="file-choice">
      <input
        id={id}
        type="file"
        className="hidden"
        accept={accept}
        multiple={isMultiple}
        disabled={isDisabled}
        aria-describedby={describedBy}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])]
          target.value = ''
          if (files.length > 0) onChoose(files)
        }}
      />
      <label className="link-button" htmlFor={id}>
        {label}
      </label>
      {children}
    </span>
  )
}
