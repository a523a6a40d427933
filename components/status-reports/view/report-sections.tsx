import { Fragment, type ReactNode } from 'react'
import type { FormGroup, FormSection } from '@/components/status-reports/form/model'
import { formSections } from '@/components/status-reports/form/shape'
import { IndicatorTable } from '@/components/status-reports/view/indicator-table'
import { ReportField } from '@/components/status-reports/view/report-field'
import { Section } from '@/components/ui/section'
import { Tag } from '@/components/ui/tag'
import type { Words } from '@/lib/platform/words'
import type { ChangesSince } from '@/lib/status-reports/differences/since/model'
import { type ReportSection, reportSections, sectionPaths } from '@/lib/status-reports/fields/model'
import type { ReportView } from '@/lib/status-reports/views/model'

/** What stands beside a section or field, by its path: comments on it. */
type Beside = Readonly<Record<string, ReactNode>>

/** `projectKey`: given where the reader can go on to correct a figure. */
type Props = { t: Words; projectKey?: string; report: ReportView; beside?: Beside }

/** The report as a reader sees it: each section with the previous period's words beside. */
export function ReportSections({ t, projectKey, report, beside = {} }: Props) {
  return sectionsToRead(t, report).map((section) => (
    <Section key={section.path} id={section.path} title={section.title} intro={changedIntro(t, report, section)}>
      {section.path === 'indicators' && section.groups.length > 0 ? (
        <IndicatorTable t={t} projectKey={projectKey} report={report} section={section} />
      ) : (
        <Groups t={t} report={report} section={section} beside={beside} />
      )}
      {section.finished && <Finished title={t('differences.finished.list')} groups={section.groups} />}
      {beside[section.path]}
    </Section>
  ))
}

/** The sections that the project uses, and those that hold something: what was reported stays, whatever is asked now. */
export function sectionsToRead(t: Words, report: ReportView): FormSection[] {
  const { lights, sections: used } = report.settings
  const hasLight = (report.fields['overall/light']?.text ?? '') !== ''
  const all = formSections(t, { ...report, opens: null, settings: { lights: lights || hasLight, sections: null } })
  const isUsed = (path: string) =>
    used === null || used.some((section) => isReportSection(section) && sectionPaths[section] === path)
  // What was carried over and confirmed by nobody is no report.
  const isSaid = ({ fields, more }: FormGroup) =>
    [...fields, ...more].some(({ path }) => {
      const field = report.fields[path]
      return field?.confirmed && field.text.trim() !== ''
    })
  return all.filter(({ path, groups }) => isUsed(path) || groups.some(isSaid))
}

const isReportSection = (name: string): name is ReportSection => reportSections.some((one) => one === name)

function Groups({ t, report, section, beside }: Required<Omit<Props, 'projectKey'>> & { section: FormSection }) {
  const told = section.groups.filter((group) => group.finished === undefined && isTold(group, report.since))
  if (told.length === 0) {
    return <p className="text-muted">{section.groups.length === 0 ? section.empty : t('statusReports.view.nothing')}</p>
  }
  return told.map((group) => (
    <div key={group.key} className={group.title ? 'mt-5 border-t border-line pt-3' : undefined}>
      {group.title && <h3>{group.title}</h3>}
      {group.fields.map((field) => (
        <Fragment key={field.path}>
          <ReportField t={t} report={report} field={field} />
          {beside[field.path]}
        </Fragment>
      ))}
    </div>
  ))
}

/** Actions that were finished before the period: of them the state is enough. */
function Finished({ title, groups }: { title: string; groups: readonly FormGroup[] }) {
  return (
    <div className="mt-5 border-t border-line pt-3">
      <h3>{title}</h3>
      <ul className="list-disc pl-5">
        {groups
          .filter(({ finished }) => finished !== undefined)
          .map((group) => (
            <li key={group.key}>
              {group.title}: {group.finished}
            </li>
          ))}
      </ul>
    </div>
  )
}

function isTold(group: FormGroup, since: ChangesSince | null): boolean {
  return group.fields.some(
    ({ path, text, previous }) => text.trim() !== '' || previous !== null || since?.changed.includes(path),
  )
}

/** How many fields of the section have changed since the report was sent back or opened again; nothing when none has. */
function changedIntro(t: Words, { since }: ReportView, { path }: FormSection): ReactNode {
  const count = since?.changed.filter((changed) => changed.startsWith(`${path}/`)).length ?? 0
  if (count === 0 || !since) return undefined
  const key = since.from.type === 'returned' ? 'differences.since.section' : 'differences.since.sectionReopened'
  return <Tag tone="warning">{t(key, { count })}</Tag>
}
