import { placeNames } from '@/components/comments/places'
import { Disclosure } from '@/components/ui/disclosure'
import { Section } from '@/components/ui/section'
import { Tag } from '@/components/ui/tag'
import { visibilityLabels } from '@/lib/comments/labels'
import { excerptOf, openThreads, type ThreadRow, threadAnchor } from '@/lib/comments/model'
import type { Words } from '@/lib/platform/words'
import type { ReportComments } from '@/lib/status-reports/comments/model'
import type { ReportView } from '@/lib/status-reports/views/model'
import { formatDateTime } from '@/lib/values/format'

type Props = {
  t: Words
  report: ReportView
  comments: ReportComments
  /** Address of the page that holds a thread when this one does not; empty = this page */
  elsewhere?: (path: string) => string
}

/** All comments of a report in short, each leading to its place; resolved ones are folded. */
export function CommentList({ t, report, comments, elsewhere = () => '' }: Props) {
  const { threads, may } = comments
  const open = openThreads(threads)
  const resolved = threads.filter((thread) => thread.resolved)
  const nameOf = placeNames(t, report)
  const items = (list: readonly ThreadRow[]) =>
    list.map((thread) => (
      <Item key={thread.id} t={t} thread={thread} place={nameOf(thread.path)} elsewhere={elsewhere} />
    ))
  return (
    <Section id="comments" title={t('comments.title', { count: open.length })}>
      {threads.length === 0 && (
        <p className="text-muted">
          {t('comments.none')} {may.comment && t('comments.noneHelp')}
        </p>
      )}
      {open.length > 0 && <ul className="max-w-text">{items(open)}</ul>}
      {resolved.length > 0 && (
        <Disclosure summary={t('comments.resolvedList', { count: resolved.length })}>
          <ul className="max-w-text">{items(resolved)}</ul>
        </Disclosure>
      )}
    </Section>
  )
}

type ItemProps = { t: Words; thread: ThreadRow; place: string; elsewhere: (path: string) => string }

function Item({ t, thread, place, elsewhere }: ItemProps) {
  const last = thread.comments.at(-1)
  if (!last) return null
  return (
    <li className="border-b border-line py-2">
      <p className="flex flex-wrap items-center gap-x-3">
        <a href={`${elsewhere(thread.path)}#${threadAnchor(thread.id)}`}>{place}</a>
        {thread.visibility === 'steering' && <Tag tone="info">{t(visibilityLabels.steering)}</Tag>}
      </p>
      <p className="break-words">{excerptOf(last.text)}</p>
      <p className="text-small text-muted">
        {t('comments.latest', { who: last.by, time: formatDateTime(last.at, t.locale) })}
      </p>
    </li>
  )
}
