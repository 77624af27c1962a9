// The invented enterprises of the demonstration, their sites, permits and customs declarations.

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** A unified social credit code: registrar, organisation code `MA…` with its own check (GB 11714), check character. */
function uscc(registrar, serial) {
  const organisation = `MA${serial}`;
  const values = Array.from(organisation).map(char => parseInt(char, 36));
  const weights = [3, 7, 9, 10, 5, 8, 4, 2];
  const check = 11 - (values.reduce((total, value, index) => total + value * weights[index], 0) % 11);
  const first17 = `91${registrar}${organisation}${check === 10 ? 'X' : check === 11 ? '0' : check}`;
  const total = Array.from(first17).reduce((acc, char, index) => acc + ALPHABET.indexOf(char) * (3 ** index % 31), 0);
  return first17 + ALPHABET[(31 - (total % 31)) % 31];
}

const GROUPS = {
  northGroup: ['朔方稀土集团有限公司', ['group'], '150200', '150000', '0G01X1'],
  southGroup: ['赣源稀土集团有限公司', ['group'], '360700', '360000', '0G02X2'],
};

const MEMBERS = {
  bayanMine: ['包头市青峦矿业有限公司', ['mine'], '150206', '150200', '1A10B1', 'northGroup'],
  baotouSmelter: ['包头市朔漠稀土冶炼有限公司', ['smelter'], '150200', '150200', '1A11B2', 'northGroup'],
  longnanMine: ['龙南市金竹坳稀土矿业有限公司', ['mine'], '360783', '360727', '2C20D1', 'southGroup'],
  xunwuMine: ['寻乌县白石岽稀土矿业有限公司', ['mine'], '360734', '360734', '2C21D2'],
  ganzhouSmelter: ['赣州市桃溪稀土分离有限公司', ['smelter'], '360700', '360700', '2C22D3', 'southGroup'],
  metalMaker: ['赣州市丰岽稀土金属有限公司', ['metal'], '360700', '360700', '2C23D4'],
  importer: ['瑞丽市晚町河进出口有限公司', ['importer'], '533102', '533100', '3E30F1'],
  recycler: ['太仓市再源磁材回收有限公司', ['recycler'], '320585', '320585', '4G40H1'],
  magnetMaker: ['宁波市东潮永磁科技有限公司', ['magnet'], '330200', '330200', '5J50K1'],
  dismantler: ['天津市津沽电机拆解有限公司', ['other'], '120000', '120000', '6L60M1'],
  suzhouTrader: ['苏州市澄湖稀土贸易有限公司', ['trader'], '320500', '320500', '4G41H2'],
  guangzhouTrader: ['广州市越溪矿产品贸易有限公司', ['trader', 'exporter'], '440100', '440100', '7N70P1'],
  ningboTrader: ['宁波市姚渡新材料贸易有限公司', ['trader'], '330200', '330200', '5J51K2'],
  qingdaoExporter: ['青岛市崂湾进出口有限公司', ['exporter'], '370200', '370200', '8Q80R1'],
  shanghaiExporter: ['上海市浦汐国际贸易有限公司', ['exporter'], '310115', '310000', '9T90U1'],
};

const ALL = { ...GROUPS, ...MEMBERS };

/** Codes of the cast by their name in the story. */
export const CODES = Object.fromEntries(
  Object.entries(ALL).map(([name, [, , , registrar, serial]]) => [name, uscc(registrar, serial)]),
);

export const enterprises = Object.entries(ALL).map(([key, [name, kinds, region, , , group]]) => ({
  uscc: CODES[key],
  name,
  kinds,
  region,
  ...(group ? { group: CODES[group] } : key in GROUPS ? { group: CODES[key] } : {}),
  source: '市场监督管理局',
}));

/** Site codes by enterprise. */
export const SITES = {
  bayanMine: 'BY-M01',
  baotouSmelter: 'BT-P01',
  longnanMine: 'LN-M01',
  xunwuMine: 'XW-M01',
  ganzhouSmelter: 'GZ-P01',
  metalMaker: 'GZ-P02',
  importer: 'RL-W01',
  recycler: 'TC-P01',
  magnetMaker: 'NB-P01',
  suzhouTrader: 'SZ-W01',
  guangzhouTrader: 'GG-W01',
  ningboTrader: 'NB-W02',
  qingdaoExporter: 'QD-W01',
  shanghaiExporter: 'SH-W01',
};

const SITE_KINDS = { M: 'mine', P: 'plant', W: 'warehouse' };

export const sites = Object.entries(SITES).map(([owner, code]) => ({
  code,
  enterprise: CODES[owner],
  kind: SITE_KINDS[code[3]],
  region: MEMBERS[owner][2],
  ...(owner === 'xunwuMine' ? { keyArea: true } : {}),
  source: '工业和信息化主管部门',
}));

export const LICENCES = {
  bayanMine: 'C1000002015035110138201',
  longnanMine: 'C1000002013095110131406',
  xunwuMine: 'C1000002016065110142733',
};

const miningLicence = (owner, minerals, from, to) => ({
  kind: 'mining-licence',
  number: LICENCES[owner],
  holder: CODES[owner],
  site: SITES[owner],
  issuer: '自然资源部',
  from,
  to,
  status: 'valid',
  minerals: [minerals],
  source: '自然资源部',
});

/** When the licence of the mine in Xunwu was revoked: one permit, two spans of validity. */
const REVOKED_AT = '2026-06-01T00:00:00+08:00';

const xunwuLicence = miningLicence('xunwuMine', 'ion-adsorption', '2016-06-15', '2031-06-14');

/** Customs declarations of the story by the name used there. */
export const DECLARATIONS = {
  importMarch: '860320261000018352',
  importApril: '860320261000027419',
  importMay: '860320261000036608',
  importJuly: '860320261000051127',
  clean: '422020260000041873',
  illegal: '222520260000087316',
  excess: '422020260000059204',
  pending: '310420260000112645',
  unverified: '520120260000033508',
};

/** Numbers of the export licences that each shipment cites: one for each tariff code. */
export const EXPORT_LICENCES = {
  clean: ['26-AH-310042', '26-AH-310043', '26-AH-310044'],
  illegal: ['26-AC-300117', '26-AC-300118', '26-AC-300119'],
  excess: ['26-AH-310078', '26-AH-310079', '26-AH-310080'],
  pending: ['26-AC-300163'],
  unverified: ['26-AL-440025'],
};

const exportLicences = (shipment, holder, goods, destination, term) =>
  goods.map(([hsCode, quantityKg], index) =>
    exportLicence(
      'export-licence',
      EXPORT_LICENCES[shipment][index],
      shipment,
      holder,
      hsCode,
      quantityKg,
      destination,
      term,
    ),
  );

const exportLicence = (kind, number, shipment, holder, hsCode, quantityKg, destination, [from, to]) => ({
  kind,
  number,
  holder: CODES[holder],
  issuer: '商务部配额许可证事务局',
  from,
  to,
  status: 'valid',
  quantityKg,
  hsCode,
  destination,
  customs: DECLARATIONS[shipment].slice(0, 4),
  source: '商务部',
});

const plantPermit = (kind, owner, number, processes, capacityTpy) => ({
  kind,
  number,
  holder: CODES[owner],
  site: SITES[owner],
  issuer: '生态环境厅',
  issuerRegion: `${MEMBERS[owner][2].slice(0, 2)}0000`,
  from: '2019-01-01',
  status: 'valid',
  processes,
  capacityTpy,
  source: '生态环境厅',
});

export const permits = [
  miningLicence('bayanMine', 'mixed', '2015-03-20', '2035-03-19'),
  miningLicence('longnanMine', 'ion-adsorption', '2013-09-10', '2028-09-09'),
  { ...xunwuLicence, validFrom: '2016-06-15T00:00:00+08:00', validTo: REVOKED_AT },
  { ...xunwuLicence, status: 'revoked', validFrom: REVOKED_AT },
  plantPermit('eia', 'bayanMine', '内环审〔2016〕41号', ['BENEFICIATION'], 60000),
  plantPermit('radiation-eia', 'bayanMine', '内环辐审〔2016〕9号', ['BENEFICIATION'], 60000),
  plantPermit('eia', 'longnanMine', '赣环审〔2014〕77号', ['ION_LEACH'], 2000),
  plantPermit('eia', 'xunwuMine', '赣环审〔2016〕152号', ['ION_LEACH'], 2000),
  plantPermit('eia', 'baotouSmelter', '内环审〔2018〕117号', ['SMELT_DECOMP', 'SEPARATION'], 9000),
  plantPermit('radiation-eia', 'baotouSmelter', '内环辐审〔2018〕32号', ['SMELT_DECOMP'], 9000),
  plantPermit('eia', 'ganzhouSmelter', '赣环审〔2018〕204号', ['SEPARATION'], 3000),
  plantPermit('eia', 'metalMaker', '赣环审〔2018〕211号', ['ELECTROLYSIS'], 1500),
  plantPermit('eia', 'recycler', '苏环审〔2018〕88号', ['RECYCLING'], 3000),
  ...exportLicences(
    'clean',
    'qingdaoExporter',
    [
      ['2805302900', 20000],
      ['2846901500', 1000],
      ['2846901100', 10000],
    ],
    'JP',
    ['2026-06-01', '2026-11-30'],
  ),
  ...exportLicences(
    'illegal',
    'shanghaiExporter',
    [
      ['2846901500', 5000],
      ['2846901600', 1000],
      ['2846901100', 9000],
    ],
    'KR',
    ['2026-08-01', '2026-12-31'],
  ),
  ...exportLicences(
    'excess',
    'qingdaoExporter',
    [
      ['2846901500', 8000],
      ['2846901600', 1000],
      ['2846901900', 8000],
    ],
    'DE',
    ['2026-08-01', '2026-12-31'],
  ),
  ...exportLicences('pending', 'shanghaiExporter', [['2846901200', 40000]], 'NL', ['2026-10-01', '2026-12-31']),
  ...exportLicences('unverified', 'guangzhouTrader', [['2846901900', 10000]], 'VN', ['2026-08-01', '2026-12-31']),
];

const declaration = (name, party, date, country, lines) => ({
  number: DECLARATIONS[name],
  direction: DECLARATIONS[name][8] === '1' ? 'import' : 'export',
  party: CODES[party],
  date,
  country,
  customs: DECLARATIONS[name].slice(0, 4),
  lines: lines.map(([hsCode, massKg, usdPerKg]) => ({ hsCode, massKg, valueUsd: Math.round(massKg * usdPerKg) })),
  source: '海关总署',
});

export const customsDeclarations = [
  declaration('importMarch', 'importer', '2026-02-24', 'MM', [['28469019', 60000, 23.4]]),
  declaration('importApril', 'importer', '2026-03-27', 'MM', [['28469019', 60200, 23.9]]),
  declaration('importMay', 'importer', '2026-04-28', 'MM', [['28469019', 50000, 24.6]]),
  declaration('importJuly', 'importer', '2026-06-26', 'MM', [['28469019', 40000, 25.1]]),
  declaration('clean', 'qingdaoExporter', '2026-07-06', 'JP', [
    ['28053029', 8000, 92],
    ['28469015', 300, 268],
    ['28469011', 6000, 7.5],
  ]),
  declaration('excess', 'qingdaoExporter', '2026-08-20', 'DE', [
    ['28469015', 800, 271],
    ['28469016', 300, 842],
    ['28469019', 4000, 76],
  ]),
  declaration('unverified', 'guangzhouTrader', '2026-08-27', 'VN', [['28469019', 6500, 74]]),
  declaration('illegal', 'shanghaiExporter', '2026-09-09', 'KR', [
    ['28469015', 700, 273],
    ['28469016', 150, 848],
    ['28469011', 5000, 7.6],
  ]),
  declaration('pending', 'shanghaiExporter', '2026-10-30', 'NL', [['28469012', 40000, 0.9]]),
];
