import { powerQuery } from '@/components/reporting-api/power-query'
import { DataTable } from '@/components/ui/data-table'
import { Disclosure } from '@/components/ui/disclosure'
import { Section } from '@/components/ui/section'
import type { Words } from '@/lib/platform/words'
import { apiAddress, openApiAddress, tableAddress } from '@/lib/reporting-api/addresses'
import type { Resource } from '@/lib/reporting-api/model'
import { columnTitle } from '@/lib/reporting-api/titles/model'

type Props = { t: Words; resources: readonly Resource[]; server: string }

const paragraphs = ['usingKey', 'usingNumbers', 'usingApproved', 'usingChanges'] as const

/** The reporting API for people: how it is used, and every table with its columns, made of what the routes themselves use. */
export function ApiDocs({ t, resources, server }: Props) {
  return (
    <>
      <Section id="using" title={t('reportingApi.docs.using')}>
        <div className="prose max-w-text">
          <p>
            <code>{`GET ${server}${apiAddress}/…`}</code>
          </p>
          {paragraphs.map((name) => (
            <p key={name}>{t(`reportingApi.docs.${name}`)}</p>
          ))}
          <p>
            <a href={openApiAddress}>{t('reportingApi.docs.openApi')}</a>
          </p>
        </div>
      </Section>
      <Section id="power-bi" title={t('reportingApi.docs.powerBi')} intro={t('reportingApi.docs.powerBiHelp')}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached with the keyboard */}
        <pre className="overflow-x-auto border border-line p-4" tabIndex={0}>
          <code lang="en">{powerQuery(server, 'unit_lights')}</code>
        </pre>
      </Section>
      <Section id="parameters" title={t('reportingApi.docs.parameters')}>
        <ul className="prose max-w-text">
          {(['limit', 'cursor', 'format', 'locale', 'project', 'period'] as const).map((name) => (
            <li key={name}>
              <code>{name}</code>: {t(`reportingApi.parameter.${name}`)}
            </li>
          ))}
        </ul>
      </Section>
      <Section id="tables" title={t('reportingApi.docs.tables')}>
        {(['dimension', 'fact'] as const).map((kind) => (
          <Section key={kind} id={kind} level={3} title={t(`reportingApi.tableKind.${kind}`)}>
            {resources
              .filter((one) => one.kind === kind)
              .map((one) => (
                <Table key={one.name} t={t} table={one} />
              ))}
          </Section>
        ))}
      </Section>
    </>
  )
}

function Table({ t, table: { name, columns } }: { t: Words; table: Resource }) {
  const title = t(`reportingApi.table.${name}`)
  return (
    <Disclosure summary={`${title} – ${tableAddress(name)}`}>
      <p>{t(`reportingApi.tableHelp.${name}`)}</p>
      <DataTable
        caption={t('reportingApi.docs.columnsOf', { table: title })}
        hideCaption
        columns={[
          { key: 'column', header: t('reportingApi.docs.column') },
          { key: 'title', header: t('reportingApi.docs.meaning') },
          { key: 'kind', header: t('reportingApi.docs.holds') },
          { key: 'always', header: t('reportingApi.docs.always') },
        ]}
        rows={columns.map((column) => ({
          key: column.name,
          cells: [
            column.name,
            columnTitle(t, column.name, column.kind),
            t(`reportingApi.docs.kind.${column.kind}`),
            t(column.required ? 'reportingApi.docs.alwaysYes' : 'reportingApi.docs.alwaysNo'),
          ],
        }))}
      />
    </Disclosure>
  )
}
