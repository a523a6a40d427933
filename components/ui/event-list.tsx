import type { ReactNode } from 'react'

/** `time` is already formatted; `dateTime` is its machine form. */
export type EventRow = {
  key: string
  /** Makes it a link target */
  id?: string
  time: string
  dateTime?: string
  by?: string
  title: ReactNode
  children?: ReactNode
}

/** What happened, newest or oldest first as given. */
export function EventList({ label, events }: { label: string; events: readonly EventRow[] }) {
  return (
    <ol className="events" aria-label={label}>
      {events.map(({ key, id, time, dateTime, by, title, children }) => (
        <li key={key} id={id}>
          <p>{title}</p>
          <p className="event-by">
            <time dateTime={dateTime}>{time}</time>
            {by && ` · ${by}`}
          </p>
          {children}
        </li>
      ))}
    </ol>
  )
}
