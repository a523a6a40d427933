import { Section } from '@/components/ui/section'
import type { Words } from '@/lib/platform/words'
import type { ReportView } from '@/lib/status-reports/views/model'

/** Remarks of the source and how figures in the texts were derived; nothing when there are none. */
export function ReportNotes({ t, report }: { t: Words; report: ReportView }) {
  const { note, derivedFigures } = report
  if (note === null && derivedFigures.length === 0) return null
  return (
    <Section id="notes" title={t('statusReports.view.notes')}>
      {note && <p className="max-w-text">{note}</p>}
      {derivedFigures.length > 0 && (
        <>
          <h3 className="mt-4">{t('statusReports.view.derived')}</h3>
          <ul className="max-w-text list-disc pl-5">
            {derivedFigures.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}
