import type { ReactNode } from 'react'

/** good ● · warning ▲ · danger ◆ · neutral ■, told but not judged · unknown ○ */
export type Status = 'good' | 'warning' | 'danger' | 'neutral' | 'unknown'

const shapes: Record<Status, ReactNode> = {
  good: <circle cx="8" cy="8" r="7.5" fill="currentColor" />,
  warning: <path d="M8 .8 15.8 15H.2Z" fill="currentColor" />,
  danger: <path d="M8 0 16 8 8 16 0 8Z" fill="currentColor" />,
  neutral: <path d="M1.5 1.5h13v13h-13Z" fill="currentColor" />,
  unknown: <circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" strokeWidth="2.5" />,
}

/** Shape, word and colour together; the word is already translated. */
export function StatusMark({ status, word, hideWord }: { status: Status; word: string; hideWord?: boolean }) {
  return (
    <span className="status" data-status={status}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        {shapes[status]}
      </svg>
      <span className={hideWord ? 'sr-only' : undefined}>{word}</span>
    </span>
  )
}
