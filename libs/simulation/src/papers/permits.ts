import { ROCK } from '../economy/deposits.js';
import { isRockFirm } from '../economy/cast.js';
import type { Firm, Item, Kind } from '../firm.js';
import { centreOf } from '../making.js';
import type { World } from '../world.js';

const TIME = { from: '2015-06-01', to: '2030-12-31', status: 'valid' };
const ISSUERS: Readonly<Record<string, string>> = {
  'mining-licence': '自然资源部',
  eia: '生态环境部门',
  'radiation-eia': '生态环境部门',
  safety: '应急管理部门',
  acceptance: '生态环境部门',
  'project-approval': '工业和信息化部门',
};

/** Writes an enterprise, its site and its permits, all in order. */
export function writeFirm(world: World, firm: Firm): void {
  const { uscc, name, kinds, region, site, group, place } = firm;
  const isGroup = kinds.includes('group');
  const belongs = isGroup ? { group: uscc } : group === undefined ? {} : { group };
  world.paper('enterprises', { uscc, name, kinds, region, ...belongs }, firm);
  const kind = kinds.includes('mine') ? 'mine' : kinds.includes('recovery') ? 'recovery' : 'plant';
  const watched = kind === 'mine' && place % 4 === 0 ? { keyArea: true } : {};
  world.paper('sites', { code: site, enterprise: uscc, kind, region, polygon: areaOf(firm), ...watched }, firm);
  for (const [kind, more] of permitsOf(firm)) {
    const number = kind === 'mining-licence' ? firm.deposit!.licence : `${kind.toUpperCase()}-${site}`;
    const issuer = { issuer: ISSUERS[kind]!, issuerRegion: `${region.slice(0, 2)}0000` };
    const written = world.paper('permits', { kind, number, holder: uscc, site, ...issuer, ...TIME, ...more }, firm);
    if (written && kind === 'project-approval' && kinds.includes('recycler')) notice(world, firm, written);
  }
}

/** Every approval of a recycler is reported upwards: a record, not a violation. */
function notice(world: World, { uscc }: Firm, { from }: Item): void {
  world.answer({
    rule: 'REC-06',
    kind: 'violation',
    enterprise: uscc,
    period: String(from).slice(0, 4),
    events: [],
    also: [],
  });
}

type Permits = (readonly [kind: string, more: object])[];

function permitsOf(firm: Firm): Permits {
  const environment: Permits = [
    ['eia', {}],
    ['safety', {}],
    ['acceptance', {}],
  ];
  const radiation: Permits = isRockFirm(firm) ? [['radiation-eia', {}]] : [];
  const ofKind: Readonly<Partial<Record<Kind, Permits>>> = {
    mine: [...(firm.deposit ? [rightToMine(firm)] : []), ...environment, ...radiation],
    recovery: [...(firm.deposit ? [rightToMine(firm)] : []), ...environment],
    smelter: [...environment, ...radiation, approval(firm, ['SMELT_DECOMP', 'SEPARATION', 'CALCINE'])],
    recycler: [...environment, approval(firm, ['RECYCLING'])],
    metal: environment,
    magnet: environment,
  };
  return ofKind[firm.kinds[0]!] ?? [];
}

function rightToMine(firm: Firm): Permits[number] {
  const minerals = ROCK.find(({ region }) => region === firm.region)?.minerals ?? ['ion-adsorption'];
  return ['mining-licence', { minerals, polygon: areaOf(firm) }];
}

const approval = ({ underQuota }: Firm, processes: readonly string[]): Permits[number] => [
  'project-approval',
  { processes, capacityTpy: Math.ceil(((underQuota.get('separation') ?? 0) / 1e6) * 1.5) + 10 },
];

function areaOf(firm: Firm): object {
  const [lon, lat] = centreOf(firm);
  const [west, east, south, north] = [lon - 0.05, lon + 0.05, lat - 0.05, lat + 0.05].map(
    each => Math.round(each * 1e5) / 1e5,
  );
  return {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  };
}
