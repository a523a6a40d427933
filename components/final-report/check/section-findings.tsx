import { FindingLines } from '@/components/final-report/check/finding-lines'
import { Section } from '@/components/ui/section'
import { checkAddress, findingAddress, sectionAddress } from '@/lib/final-report/addresses'
import { severityLabels } from '@/lib/final-report/check/labels'
import type { SectionCheck } from '@/lib/final-report/check/writing/model'
import type { DocumentPlace } from '@/lib/final-report/model'
import { anchorOf } from '@/lib/final-report/references/model'
import type { Words } from '@/lib/platform/words'

type Props = { t: Words; place: DocumentPlace; sectionId: string; check: SectionCheck; writes: boolean }

/** What the check found in a section as it was last saved, for its reader. */
export function SectionFindings({ t, place, sectionId, check, writes }: Props) {
  const { open, accepted } = check
  return (
    <Section
      id="check"
      title={t('reportCheck.panel.title')}
      intro={open.length === 0 ? t('reportCheck.panel.none') : t('reportCheck.panel.count', { count: open.length })}
    >
      {open.length > 0 && (
        <ol className="grid gap-4">
          {open.map(({ id, severity, title, message, values, here, link }) => (
            <li key={id} className="grid gap-1 border-t border-line pt-3">
              <FindingLines severity={severity} word={t(severityLabels[severity])} title={title} message={message} />
              {values.length > 1 && (
                <p className="text-small text-muted">
                  {t('reportCheck.panel.values')}: {values.join(' – ')}
                </p>
              )}
              <p className="actions text-small">
                {here.block !== null && (
                  <a href={`${sectionAddress(place, sectionId)}#${anchorOf('block', here.block)}`}>
                    {t('reportCheck.panel.goHere')}
                  </a>
                )}
                {link && <a href={link.href}>{link.label}</a>}
                {writes && <a href={findingAddress(place, id)}>{t('reportCheck.accept')}</a>}
              </p>
            </li>
          ))}
        </ol>
      )}
      <p className="mt-4 text-small">
        {accepted > 0 && `${t('reportCheck.panel.accepted', { count: accepted })}. `}
        <a href={checkAddress(place)}>{t('reportCheck.panel.all')}</a>
      </p>
    </Section>
  )
}
