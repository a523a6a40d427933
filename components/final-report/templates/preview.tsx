import { Tag } from '@/components/ui/tag'
import { type PlaceNode, placeName, placeTree, type TemplateVersion } from '@/lib/final-report/templates/model'
import type { Words } from '@/lib/platform/words'

type Props = { t: Words; version: TemplateVersion; language: 'fi' | 'sv' }

/** Chapters, questions and help as the writer of a report in that language sees them. */
export function TemplatePreview({ t, version, language }: Props) {
  return placeTree(version.places).map((node) => (
    <Place key={node.id} t={t} version={version} language={language} node={node} level={2} />
  ))
}

function Place({ node, level, ...shared }: Props & { node: PlaceNode; level: number }) {
  const { t, version, language } = shared
  const Heading = `h${Math.min(level, 6)}` as 'h2'
  const finnishOnly = language === 'sv' && !node.titleSv
  const help = language === 'sv' ? node.promptSv : node.promptFi
  const shown = version.places.find(({ key }) => key === node.showsKey)
  const prompts = version.prompts.filter(({ kind, placeKey }) => kind === node.kind || placeKey === node.key)
  return (
    <section className={level === 2 ? 'section' : 'mt-6'} lang={language}>
      <Heading lang={finnishOnly ? 'fi' : undefined}>{placeName(node, language)}</Heading>
      {finnishOnly && (
        <p lang={t.locale}>
          <Tag tone="warning">{t('admin.templates.preview.onlyFinnish')}</Tag>
        </p>
      )}
      {help && <p className="max-w-text whitespace-pre-line">{help}</p>}
      {shown && <p lang={t.locale}>{t('admin.templates.preview.shows', { place: placeName(shown, language) })}</p>}
      {prompts.length > 0 && (
        <>
          <p className="mt-2 font-semibold" lang={t.locale}>
            {t('admin.templates.preview.asks')}
          </p>
          <ul className="max-w-text list-disc pl-6">
            {prompts.map(({ id, textFi, textSv }) => (
              <li key={id} lang={language === 'sv' && !textSv ? 'fi' : undefined}>
                {(language === 'sv' && textSv) || textFi}
              </li>
            ))}
          </ul>
        </>
      )}
      {node.children.map((child) => (
        <Place key={child.id} {...shared} node={child} level={level + 1} />
      ))}
    </section>
  )
}
