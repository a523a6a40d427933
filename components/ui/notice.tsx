import type { ReactNode } from 'react'

export type NoticeKind = 'info' | 'success' | 'warning' | 'danger'

type Props = {
  kind: NoticeKind
  /** The word that says the kind or the matter, e.g. "Huomio" or "Lähetetty". Never left to colour alone. */
  word: string
  children?: ReactNode
  /** Announced when it appears: for messages that come after an action. */
  live?: boolean
}

/** What happened, why, and what to do. */
export function Notice({ kind, word, children, live }: Props) {
  return (
    <div className="notice" data-kind={kind} role={live ? (kind === 'danger' ? 'alert' : 'status') : undefined}>
      <NoticeIcon kind={kind} />
      <div>
        <p className="notice-word">{word}</p>
        {children}
      </div>
    </div>
  )
}

const drawings: Record<NoticeKind, ReactNode> = {
  info: <path d="M10 1a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm-1 4h2v2H9V5Zm0 4h2v6H9V9Z" />,
  success: <path d="M10 1a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm-1.2 13L5 10.2l1.4-1.4 2.4 2.4 4.8-4.9L15 7.7 8.8 14Z" />,
  warning: <path d="M10 1.5 19.5 18.5H.5L10 1.5ZM9 8v5h2V8H9Zm0 6.5v2h2v-2H9Z" />,
  danger: <path d="M10 .5 19.5 10 10 19.5.5 10 10 .5ZM9 5.5v5.5h2V5.5H9Zm0 7v2h2v-2H9Z" />,
}

function NoticeIcon({ kind }: { kind: NoticeKind }) {
  return (
    <svg className="notice-icon" viewBox="0 0 20 20" fill="currentColor" fillRule="evenodd" aria-hidden="true">
      {drawings[kind]}
    </svg>
  )
}
