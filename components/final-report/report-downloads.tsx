import { ButtonLink } from '@/components/ui/button'
import { archivePdfAddress, pdfAddress, wordAddress } from '@/lib/final-report/addresses'
import type { Words } from '@/lib/platform/words'

/** The report as a file: for readers, for the archive, and for commenting. */
export function ReportDownloads({ t, projectKey }: { t: Words; projectKey: string }) {
  return (
    <>
      <ButtonLink kind="primary" href={pdfAddress(projectKey)} download>
        {t('finalReport.screen.download')}
      </ButtonLink>
      <ButtonLink href={archivePdfAddress(projectKey)} download>
        {t('finalReport.screen.downloadArchive')}
      </ButtonLink>
      <ButtonLink href={wordAddress(projectKey)} download>
        {t('finalReport.screen.downloadWord')}
      </ButtonLink>
    </>
  )
}
