import { CopyText } from '@/components/toimintamallit/innokyla/copy-text'
import { Notice } from '@/components/ui/notice'
import type { Words } from '@/lib/platform/words'
import { addressFaultLabels, innokylaFieldLabels } from '@/lib/toimintamallit/innokyla/labels'
import {
  type InnokylaProject,
  innokylaChecks,
  innokylaFields,
  innokylaTexts,
} from '@/lib/toimintamallit/innokyla/model'
import type { RegisterRow } from '@/lib/toimintamallit/register/model'

type Props = { t: Words; row: RegisterRow; project: InnokylaProject }

/** The model field by field in Innokylä's order, each ready to be copied. What the register lacks is said. */
export function InnokylaText({ t, row, project }: Props) {
  const texts = innokylaTexts(t, row, project)
  return (
    <dl className="grid max-w-text gap-6">
      {innokylaFields.map((field) => {
        const label = t(innokylaFieldLabels[field])
        const text = texts[field]
        return (
          <div key={field}>
            <dt className="font-semibold">{label}</dt>
            <dd className="grid gap-2">
              {text === null ? (
                <span className="unknown">{t('toimintamallit.innokyla.nothing')}</span>
              ) : (
                <>
                  <span className="whitespace-pre-line">{text}</span>
                  <CopyText
                    text={text}
                    words={{
                      copy: t('toimintamallit.innokyla.copy'),
                      copied: t('toimintamallit.innokyla.copied'),
                      failed: t('toimintamallit.innokyla.notCopied'),
                      label: t('toimintamallit.innokyla.copyField', { field: label }),
                    }}
                  />
                </>
              )}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

/** What to put right first: an address that is none of Innokylä's, a tag that is missing or names another investment. */
export function InnokylaChecks({ t, row }: Pick<Props, 't' | 'row'>) {
  const { fault, tag, tagDiffers } = innokylaChecks(row)
  const found = [
    ...(fault ? [t(addressFaultLabels[fault])] : []),
    ...(tag === null ? [t('toimintamallit.innokyla.noTag')] : []),
    ...(tagDiffers && tag ? [t('toimintamallit.innokyla.tagDiffers', { tag })] : []),
  ]
  if (found.length === 0) return null
  return (
    <Notice kind="warning" word={t('ui.notice.warning')}>
      <ul>
        {found.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </Notice>
  )
}
