import { Disclosure } from '@/components/ui/disclosure'
import { Notice } from '@/components/ui/notice'
import type { TemplateDifferences } from '@/lib/final-report/templates/differences/model'
import { placeName, type TemplatePlace } from '@/lib/final-report/templates/model'
import type { Words } from '@/lib/platform/words'

type Props = { t: Words; version: number; newer: { version: number; differences: TemplateDifferences } }

/** What the template asks now that this report, begun with an earlier version, does not know. */
export function NewerTemplate({ t, version, newer }: Props) {
  const { added, removed, changed, moved, promptsAdded, promptsRemoved, promptsChanged } = newer.differences
  const lists: [string, string[]][] = [
    ['added', names(added)],
    ['removed', names(removed)],
    ['changed', names(changed.map(({ after }) => after))],
    ['moved', names(moved.map(({ after }) => after))],
    ['promptsAdded', promptsAdded.map(({ textFi }) => textFi)],
    ['promptsRemoved', promptsRemoved.map(({ textFi }) => textFi)],
    ['promptsChanged', promptsChanged.map(({ after }) => after.textFi)],
  ]
  return (
    <Notice kind="info" word={t('admin.templates.newer.word')}>
      <p>{t('admin.templates.newer.text', { version, newer: newer.version })}</p>
      {lists
        .filter(([, entries]) => entries.length > 0)
        .map(([name, entries]) => (
          <Disclosure key={name} summary={`${t(`admin.templates.differences.${name}`)} (${entries.length})`}>
            <ul className="list-disc pl-6" lang="fi">
              {entries.map((entry) => (
                <li key={entry}>{entry}</li>
              ))}
            </ul>
          </Disclosure>
        ))}
    </Notice>
  )
}

const names = (places: readonly TemplatePlace[]) => places.map((place) => placeName(place))
