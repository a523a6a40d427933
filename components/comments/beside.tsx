import type { ReactNode } from 'react'
import { Composer } from '@/components/comments/composer'
import { placeNames, placesIn, slotOfSection } from '@/components/comments/places'
import { ThreadCard } from '@/components/comments/thread-card'
import { type FormSection, fieldsOf } from '@/components/status-reports/form/model'
import { formSections } from '@/components/status-reports/form/shape'
import type { Words } from '@/lib/platform/words'
import type { ReportComments } from '@/lib/status-reports/comments/model'
import type { ReportView } from '@/lib/status-reports/views/model'

type Props = { t: Words; report: ReportView; comments: ReportComments; on: 'report' | 'form' }

/**
 * What stands beside the sections and fields of a report: their threads, and the way to begin one. A thread whose field is
 * not on the page stands at its section. The form has one beginning per section: at every field it would be in a writer's
 * way with the Tab key.
 */
export function commentsBeside({ t, report, comments, on }: Props): Record<string, ReactNode> {
  const nameOf = placeNames(t, report)
  const sections = formSections(t, on === 'form' ? report : { ...report, opens: null })
  const slots: Record<string, ReactNode> = {}
  for (const section of sections) {
    const fields = on === 'form' ? fieldsOf(section).map(({ path }) => path) : shownFields(section)
    for (const slot of [...fields, section.path]) {
      const here = comments.threads.filter(({ path }) =>
        slot === section.path ? !fields.includes(path) && slotOfSection(path) === slot : path === slot,
      )
      const places = placesAt(t, on, section, slot, fields)
      if (here.length === 0 && places.length === 0) continue
      const place = nameOf(slot)
      const [add, addTo] =
        places.length > 1 ? (['addToSection', 'addToSectionOf'] as const) : (['add', 'addTo'] as const)
      slots[slot] = (
        <>
          {here.map((thread) => (
            <ThreadCard
              key={thread.id}
              t={t}
              thread={thread}
              place={nameOf(thread.path)}
              showPlace={slot === section.path && thread.path !== slot}
              inForm={on === 'form'}
            />
          ))}
          {places.length > 0 && (
            <Composer
              at={slot}
              places={places}
              label={t(`comments.${add}`)}
              fullLabel={t(`comments.${addTo}`, { place })}
              title={t('comments.new', { place })}
            />
          )}
        </>
      )
    }
  }
  return slots
}

/** Fields that the report page shows one by one: the indicators stand in one table. */
function shownFields({ path, groups }: FormSection): string[] {
  if (path === 'indicators') return []
  // Of what was finished before the period the page shows the state only.
  const told = groups.filter(({ finished }) => finished === undefined)
  return told.flatMap((group) => group.fields.filter(isShown).map((field) => field.path))
}

type Field = FormSection['groups'][number]['fields'][number]

const isShown = ({ text, previous }: Field): boolean => text.trim() !== '' || previous !== null

/** What can be commented from a slot; nothing where another slot of the section offers it. */
function placesAt(t: Words, on: Props['on'], section: FormSection, slot: string, shown: readonly string[]) {
  const all = placesIn(t, section)
  if (slot === section.path) return on === 'report' && all.length === 1 && shown.length === 1 ? [] : all
  // A choice is commented together with the text that explains it, or from the section's own list.
  const isChoice = fieldsOf(section).some(({ path, kind }) => path === slot && kind === 'choice')
  return on === 'form' || isChoice ? [] : all.filter(({ value }) => value === slot)
}
