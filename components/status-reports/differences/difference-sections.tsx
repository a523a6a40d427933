import type { Periods } from '@/components/status-reports/differences/before-after'
import { FieldDifference } from '@/components/status-reports/differences/field-difference'
import { Section } from '@/components/ui/section'
import type { Words } from '@/lib/platform/words'
import type { GroupDifference, SectionDifference } from '@/lib/status-reports/differences/model'
import { sectionLabels } from '@/lib/status-reports/labels'

type Props = { t: Words; sections: readonly SectionDifference[]; periods: Periods }

/** What changed, section by section. A section that neither report fills says so. */
export function DifferenceSections({ t, sections, periods }: Props) {
  return sections.map(({ section, path, groups }) => (
    <Section key={section} id={path} title={t(sectionLabels[section])}>
      {groups.length === 0 && <p className="text-muted">{t('differences.sectionEmpty')}</p>}
      {groups.map((group) => (
        <Group key={group.key} t={t} group={group} periods={periods} />
      ))}
    </Section>
  ))
}

function Group({ t, group, periods }: Omit<Props, 'sections'> & { group: GroupDifference }) {
  const { title, actionNo, fields } = group
  const heading = actionNo === null ? title : t('statusReports.form.missingAction', { number: actionNo })
  return (
    <div className={heading === null ? undefined : 'mt-5 border-t border-line pt-3'}>
      {heading !== null && <h3>{heading}</h3>}
      {fields.map((field) => (
        <FieldDifference key={field.path} t={t} field={field} label={labelOf(t, field.path)} periods={periods} />
      ))}
    </div>
  )
}

/** Sections that are one question have no name for their only field. */
const nameless = ['results/text', 'nextSteps/text', 'risks/text']
const named: Record<string, string> = {
  'actions/general/text': 'generalBeside',
  'deviations/text': 'deviations',
}
const ofActions: Record<string, string> = { state: 'actionState', text: 'actionText' }

function labelOf(t: Words, path: string): string | null {
  if (nameless.includes(path)) return null
  const last = path.split('/').at(-1) ?? ''
  const name = named[path] ?? (path.startsWith('actions/') ? ofActions[last] : undefined) ?? last
  return t(`statusReports.field.${name}`)
}
