import { FileLinks } from '@/components/ui/file-links'
import { fileTexts } from '@/components/ui/file-texts'
import { archivePdfAddress, pdfAddress, wordAddress } from '@/lib/final-report/addresses'
import type { Words } from '@/lib/platform/words'

/** The report as a file: for readers, for the archive, and for commenting. */
export function ReportDownloads({ t, projectKey }: { t: Words; projectKey: string }) {
  return (
    <FileLinks
      links={[
        { href: pdfAddress(projectKey), label: t('finalReport.screen.download'), kind: 'primary' },
        { href: archivePdfAddress(projectKey), label: t('finalReport.screen.downloadArchive') },
        { href: wordAddress(projectKey), label: t('finalReport.screen.downloadWord') },
      ]}
      texts={{ ...fileTexts(t), making: t('finalReport.screen.making') }}
    />
  )
}
