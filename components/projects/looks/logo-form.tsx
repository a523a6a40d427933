import { FileFrame } from '@/components/evidence/file-parts'
import { RemoveButton } from '@/components/projects/remove-button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { FileInput } from '@/components/ui/file-input'
import { Notice } from '@/components/ui/notice'
import { TextInput } from '@/components/ui/text-input'
import type { FormAction } from '@/lib/access/form-state'
import type { Words } from '@/lib/platform/words'
import { logoAddress } from '@/lib/projects/addresses'
import { logoReasonLabels } from '@/lib/projects/looks/labels'
import { type LogoReason, type LookSettings, largestLogo, logoReasons } from '@/lib/projects/looks/model'
import { formatFileSize } from '@/lib/values/format'

type Props = {
  t: Words
  looks: LookSettings
  /** What came of the last picture that was sent, and the words that were sent with it */
  given: Record<string, string | string[] | undefined>
  remove: FormAction
}

/** The picture on the files, with the words for those who do not see it. */
export function LogoForm({ t, looks, given, remove }: Props) {
  const { logo, version } = looks
  const reason = logoReasons.find((one) => one === given.logo) ?? null
  const typed = typeof given.alt === 'string' ? given.alt.slice(0, 300) : (logo?.alt ?? '')
  return (
    <>
      {given.logo === 'added' && (
        <Notice kind="success" word={t('ui.notice.success')} live>
          <p>{t('admin.looks.logoSet')}</p>
        </Notice>
      )}
      {logo && (
        <div className="mb-6 grid gap-2">
          <p>
            {logo.fileName}, {formatFileSize(logo.size, t.locale)}
          </p>
          <RemoveButton t={t} action={remove} values={{ version: String(version) }} name={t('admin.looks.logo')} />
        </div>
      )}
      <FileFrame
        to={logoAddress}
        values={{ version }}
        send={t(logo ? 'admin.looks.changeLogo' : 'admin.looks.sendLogo')}
      >
        {reason && <Refusal t={t} reason={reason} />}
        <FileInput
          id="logo-file"
          name="file"
          label={t('admin.looks.picture')}
          help={t('admin.looks.pictureHelp', { size: formatFileSize(largestLogo, t.locale) })}
          accept="image/png,image/jpeg"
          error={reason && reason !== 'ALT_MISSING' ? t(logoReasonLabels[reason]) : undefined}
        />
        <TextInput
          id="logo-alt"
          name="alt"
          label={t('admin.looks.alt')}
          help={t('admin.looks.altHelp')}
          error={reason === 'ALT_MISSING' ? t(logoReasonLabels[reason]) : undefined}
          defaultValue={typed}
        />
      </FileFrame>
    </>
  )
}

function Refusal({ t, reason }: { t: Words; reason: LogoReason }) {
  const fieldId = reason === 'ALT_MISSING' ? 'logo-alt' : 'logo-file'
  return <ErrorSummary title={t('ui.errorSummary')} errors={[{ fieldId, message: t(logoReasonLabels[reason]) }]} />
}
