import type { Kkk2 } from './facts/kkk2.ts'
import type { Place } from './ids.ts'
import type { Rows } from './rows.ts'

/** Service areas with their units, and the boxes of the organisation overview. */
export function serviceAreaRows(facts: Kkk2, place: Place): Rows {
  const { organisationId, projectId, ids } = place
  const areas = facts.organisation.units
  return {
    serviceArea: [
      ...areas.map(({ service_area: name }, sort) => ({ id: ids('area', name), organisationId, name, sort })),
      ...areas.flatMap(({ service_area: area, units }) =>
        units.map((name, sort) => ({ id: ids('area', name), organisationId, parentId: ids('area', area), name, sort })),
      ),
    ],
    overviewTile: facts.organisation.tiles.map((tile, sort) => ({
      id: ids('tile', String(sort)),
      organisationId,
      projectId,
      serviceAreaId: ids('area', tile.service_area),
      slide: tile.slide,
      unitAsWritten: tile.unit,
      text: tile.text,
      statusAsWritten: tile.status_as_written,
      note: tile.note ?? null,
      sort,
    })),
    overviewTileWorkPackage: facts.organisation.tiles.flatMap((tile, index) =>
      tile.workpackage_ids.map((id, sort) => ({
        organisationId,
        tileId: ids('tile', String(index)),
        workPackageId: ids('workPackage', id),
        sort,
      })),
    ),
  }
}
