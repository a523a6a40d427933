import { DataTable } from '@/components/ui/data-table'
import { Section } from '@/components/ui/section'
import { editAddress } from '@/lib/final-report/addresses'
import { sectionStateLabels } from '@/lib/final-report/labels'
import type { OwnSection } from '@/lib/final-report/my-work/model'
import type { Words } from '@/lib/platform/words'

/** Sections of final reports and plans that are the viewer's and not ready; nothing at all when there are none. */
export function OwnSections({ t, sections }: { t: Words; sections: readonly OwnSection[] }) {
  if (sections.length === 0) return null
  return (
    <Section
      id="ownSections"
      title={t('reportEditor.work.title', { count: sections.length })}
      intro={t('reportEditor.work.help')}
    >
      <DataTable
        caption={t('reportEditor.work.caption')}
        hideCaption
        columns={[
          { key: 'section', header: t('reportEditor.work.section') },
          { key: 'state', header: t('statusReports.work.column.state') },
        ]}
        rows={sections.map(({ id, kind, projectKey, projectName, number, title, state }) => ({
          key: id,
          cells: [
            {
              text: [number, title].filter(Boolean).join(' '),
              href: editAddress({ key: projectKey, kind }, id),
              note: projectName,
            },
            { text: t(sectionStateLabels[state]), tag: state === 'empty' ? 'neutral' : 'info' },
          ],
        }))}
      />
    </Section>
  )
}
