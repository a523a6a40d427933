import type { Crumb } from '@/components/ui/breadcrumbs'
import type { RecordWords } from '@/components/ui/record-fields'
import { recordWords } from '@/components/ui/record-words'
import { templatesAddress, versionAddress } from '@/lib/final-report/templates/addresses'
import { templateReasonLabels } from '@/lib/final-report/templates/labels'
import type { TemplateVersion } from '@/lib/final-report/templates/model'
import type { Words } from '@/lib/platform/words'
import { formatDate } from '@/lib/values/format'

const errors = [
  'missing',
  'tooLong',
  'choose',
  'parentMissing',
  'insideItself',
  'showsMissing',
  'showsItself',
  'showsShown',
  'isShown',
] as const

/** What the forms of a template say. */
export function templateFormWords(t: Words): RecordWords {
  const reasons = Object.fromEntries(Object.entries(templateReasonLabels).map(([reason, key]) => [reason, t(key)]))
  return recordWords(t, { reasons, errors: errors.map((name) => `admin.templates.error.${name}`) })
}

/** Why a step without fields was refused: there is nothing typed that could be kept. */
export function templateStepReasons(t: Words): Record<string, string> {
  return { ...templateFormWords(t).reasons, STALE: t('admin.templates.reason.staleStep') }
}

type Named = Pick<TemplateVersion, 'id' | 'version' | 'template'>

/** The way to a page of a version; without further steps the version's own page. */
export function templateCrumbs(t: Words, version: Named | null, ...rest: Crumb[]): Crumb[] {
  const label = version && versionTitle(t, version)
  return [
    { label: t('admin.templates.title'), ...((version || rest.length > 0) && { href: templatesAddress }) },
    ...(label ? [{ label, ...(rest.length > 0 && { href: versionAddress(version.id) }) }] : []),
    ...rest,
  ]
}

export function versionTitle(t: Words, { version, template }: Named): string {
  return t('admin.templates.version.title', { name: template.name, version })
}

/** "Luonnos", or the day of publication. */
export function publicationText(t: Words, { publishedAt }: { publishedAt: Date | null }): string {
  return publishedAt
    ? t('admin.templates.published', { date: formatDate(publishedAt, t.locale) })
    : t('admin.templates.draft')
}
