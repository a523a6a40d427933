import { MoveForm } from '@/components/final-report/templates/move-form'
import { templateStepReasons } from '@/components/final-report/templates/words'
import { ButtonLink } from '@/components/ui/button'
import { StatusMark } from '@/components/ui/status-mark'
import { Tag } from '@/components/ui/tag'
import type { FormAction } from '@/lib/access/form-state'
import { sectionKindLabels } from '@/lib/final-report/labels'
import { placeAddress, placeAnchor } from '@/lib/final-report/templates/addresses'
import { type PlaceNode, placeName, placeTree, type TemplateVersion } from '@/lib/final-report/templates/model'
import type { Words } from '@/lib/platform/words'

/** `move` is there while the version is written by the reader. */
type Props = { t: Words; version: TemplateVersion; move: FormAction | null }

/** The places of a version as a tree; while it is written, each leads to its own page and can be moved. */
export function PlaceList({ t, version, move }: Props) {
  if (version.places.length === 0) return <p>{t('admin.templates.places.none')}</p>
  return <Level t={t} version={version} move={move} nodes={placeTree(version.places)} />
}

function Level({ nodes, nested, ...shared }: Props & { nodes: readonly PlaceNode[]; nested?: boolean }) {
  return (
    <ul className={nested ? 'ml-2 border-l border-line pl-4 sm:ml-4' : undefined}>
      {nodes.map((node) => (
        <li key={node.id} id={placeAnchor(node.id)}>
          <PlaceRow {...shared} node={node} />
          {node.children.length > 0 && <Level {...shared} nodes={node.children} nested />}
        </li>
      ))}
    </ul>
  )
}

function PlaceRow({ t, version, move, node }: Props & { node: PlaceNode }) {
  const shown = version.places.find(({ key }) => key === node.showsKey)
  const name = placeName(node)
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-b border-line py-3">
      <div className="min-w-0 max-w-text flex-1 basis-80">
        <p lang="fi">{move ? <a href={placeAddress(version.id, node.id)}>{name}</a> : name}</p>
        {node.titleSv && (
          <p className="text-small text-muted" lang="sv">
            {node.titleSv}
          </p>
        )}
        <p className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-1 text-small text-muted">
          <Tag>{t(sectionKindLabels[node.kind])}</Tag>
          {node.kind === 'question' && !node.titleSv && (
            <StatusMark status="warning" word={t('admin.templates.places.noSwedish')} />
          )}
          {shown && <span>{t('admin.templates.places.shows', { place: placeName(shown) })}</span>}
        </p>
      </div>
      {move && (
        <div className="flex flex-wrap gap-2">
          <MoveForm
            id={`move-${node.id}`}
            action={move}
            values={{ versionId: version.id, version: version.edits, placeId: node.id }}
            directions={(['up', 'down'] as const).map((value) => ({
              value,
              label: t(`admin.templates.places.${value}`),
              fullLabel: `${t(`admin.templates.places.${value}`)}: ${name}`,
            }))}
            reasons={templateStepReasons(t)}
            notice={t('ui.notice.warning')}
          />
          <ButtonLink
            kind="quiet"
            small
            href={`${placeAddress(version.id, null)}?under=${node.id}`}
            aria-label={`${t('admin.templates.places.inside')}: ${name}`}
          >
            {t('admin.templates.places.inside')}
          </ButtonLink>
        </div>
      )}
    </div>
  )
}
