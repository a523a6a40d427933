import { FileFrame } from '@/components/evidence/file-parts'
import { FileInput } from '@/components/ui/file-input'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/section'
import { largestFile } from '@/lib/evidence/files/model'
import type { Words } from '@/lib/platform/words'
import { uploadFileAddress } from '@/lib/project-packages/addresses'
import { uploadReasonLabels } from '@/lib/project-packages/labels'
import { formatFileSize } from '@/lib/values/format'

/** The form for a package, with why the last one was refused. */
export function PackageForm({ t, refused }: { t: Words; refused: string | null }) {
  const key = Object.entries(uploadReasonLabels).find(([reason]) => reason === refused)?.[1]
  const size = formatFileSize(largestFile, t.locale)
  return (
    <Section id="bring-in" title={t('packages.bringIn.title')} intro={t('packages.bringIn.intro')}>
      {key && (
        <Notice kind="danger" word={t('packages.refused')} live>
          <p>{t(key, { size })}</p>
        </Notice>
      )}
      <FileFrame to={uploadFileAddress} values={{}} send={t('packages.bringIn.send')}>
        <FileInput
          id="package-file"
          name="file"
          label={t('packages.bringIn.file')}
          help={t('packages.bringIn.help', { size })}
          accept=".json"
          required
        />
      </FileFrame>
    </Section>
  )
}
