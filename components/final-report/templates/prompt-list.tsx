import { MoveForm } from '@/components/final-report/templates/move-form'
import { templateStepReasons } from '@/components/final-report/templates/words'
import type { FormAction } from '@/lib/access/form-state'
import { sectionKindLabels } from '@/lib/final-report/labels'
import { promptAddress } from '@/lib/final-report/templates/addresses'
import {
  placeName,
  type TemplatePlace,
  type TemplatePrompt,
  type TemplateVersion,
} from '@/lib/final-report/templates/model'
import { askedText } from '@/lib/final-report/templates/schema'
import type { Words } from '@/lib/platform/words'

type Props = { t: Words; version: TemplateVersion; move: FormAction | null }

/** What is asked besides the questions, by where it is asked. */
export function PromptList({ t, version, move }: Props) {
  if (version.prompts.length === 0) return <p>{t('admin.templates.prompts.none')}</p>
  return [...Map.groupBy(version.prompts, askedText)].map(([asked, prompts]) => (
    <div key={asked} className="mb-6">
      <h3>{prompts[0] && askedIn(t, version.places, prompts[0])}</h3>
      <ol>
        {prompts.map((prompt) => (
          <li key={prompt.id} className="flex flex-wrap items-start justify-between gap-x-6 border-b border-line py-2">
            <PromptText prompt={prompt} href={move ? promptAddress(version.id, prompt.id) : null} />
            {move && (
              <MoveForm
                id={`move-${prompt.id}`}
                action={move}
                values={{ versionId: version.id, version: version.edits, promptId: prompt.id }}
                directions={(['up', 'down'] as const).map((value) => ({
                  value,
                  label: t(`admin.templates.places.${value}`),
                  fullLabel: `${t(`admin.templates.places.${value}`)}: ${prompt.textFi}`,
                }))}
                reasons={templateStepReasons(t)}
                notice={t('ui.notice.warning')}
              />
            )}
          </li>
        ))}
      </ol>
    </div>
  ))
}

function PromptText({ prompt, href }: { prompt: TemplatePrompt; href: string | null }) {
  return (
    <div className="min-w-0 max-w-text flex-1 basis-80">
      <p lang="fi">{href ? <a href={href}>{prompt.textFi}</a> : prompt.textFi}</p>
      {prompt.textSv && (
        <p className="text-small text-muted" lang="sv">
          {prompt.textSv}
        </p>
      )}
    </div>
  )
}

/** Where a prompt is asked, in words. */
export function askedIn(t: Words, places: readonly TemplatePlace[], { kind, placeKey }: TemplatePrompt): string {
  if (kind) return t('admin.templates.prompts.ofKind', { kind: t(sectionKindLabels[kind]) })
  const place = places.find(({ key }) => key === placeKey)
  return t('admin.templates.prompts.ofPlace', { place: place ? placeName(place) : (placeKey ?? '') })
}
