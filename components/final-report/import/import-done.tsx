import { ImportLosses } from '@/components/final-report/import/import-notes'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { checkAddress } from '@/lib/final-report/addresses'
import type { OpenImport } from '@/lib/final-report/import/rows/model'
import type { Words } from '@/lib/platform/words'
import { finalReportAddress } from '@/lib/projects/addresses'

type Props = { t: Words; projectKey: string; taken: Pick<OpenImport, 'taken' | 'written'> }

/** What came of an import, and where to go on. */
export function ImportDone({ t, projectKey, taken: { taken, written } }: Props) {
  return (
    <>
      <Notice kind="success" word={t('reportImport.done.word')} live>
        <p>{t('reportImport.done.text', { sections: taken?.sections ?? 0 })}</p>
        <p className="actions mt-4">
          <ButtonLink kind="primary" href={checkAddress({ key: projectKey, kind: 'final_report' })}>
            {t('reportImport.done.check')}
          </ButtonLink>
          <ButtonLink href={finalReportAddress(projectKey)}>{t('reportImport.done.open')}</ButtonLink>
        </p>
      </Notice>
      {written.losses.length > 0 && <ImportLosses t={t} losses={written.losses} />}
    </>
  )
}
