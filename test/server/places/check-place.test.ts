import { expect } from 'chai';
import { Fault } from '../../../server/domain/fault.ts';
import { checkPlace } from '../../../server/places/check-place.ts';
import { COUNTIES, LEVELS, meaningOf } from '../../../server/places/regions.ts';
import { startTestApp } from '../../support/test-app.ts';
import { act, caseRequest, register } from '../../support/test-case.ts';
import { buildTestCity } from '../../support/test-city.ts';

function faultOf(regionCode: string, name: string, levels = {}): Fault | null {
  try {
    checkPlace({ regionCode, name, ...levels }, '/workplace');
    return null;
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
}

describe('a place by code and name', () => {
  const ONE: [code: string, name: string][] = [
    ['370102', '济南市历下区'],
    ['370102', '山东省济南市历下区解放路街道'],
    ['370102', '历下'],
    ['370102', '山东济南历下'],
    ['370102', '济南市'],
    ['370102', '历下区某工地'],
    ['370100', '济南市天桥区'],
    ['370000', '德州乐陵'],
    ['310115', '上海浦东'],
    ['220104', '长春朝阳区'],
    ['110105', '朝阳区'],
    ['422801', '恩施州恩施市'],
    ['422801', '湖北恩施土家族苗族自治州恩施市'],
    ['150102', '内蒙古呼和浩特新城区'],
    ['429004', '湖北省仙桃市'],
    ['500243', '重庆市彭水县'],
    ['500157', '两江新区'],
    // The county of that time is a district today, under the name that people go on using.
    ['370114', '章丘市'],
    ['370181', '济南市章丘市'],
    // Zones lie in the districts of others, and their names are in no table.
    ['370102', '济南市高新区'],
    ['370171', '济南高新区'],
    ['371471', '德州经济技术开发区'],
    ['440104', '北京路一号'],
    ['659001', '新疆生产建设兵团第八师石河子'],
    ['370102', '高铁站工地'],
  ];
  for (const [code, name] of ONE) {
    it(`is one place: ${code} ${name}`, () => {
      expect(faultOf(code, name)?.params).to.equal(undefined);
    });
  }

  const TWO: [code: string, name: string, meaning: string][] = [
    ['370102', '济南市天桥区', '山东省济南市历下区'],
    ['370102', '天桥区', '山东省济南市历下区'],
    ['370102', '德州市', '山东省济南市历下区'],
    ['370102', '江苏', '山东省济南市历下区'],
    ['110105', '辽宁省朝阳市', '北京市朝阳区'],
    ['110105', '朝阳市', '北京市朝阳区'],
    ['370100', '烟台市', '山东省济南市'],
    ['429004', '湖北省潜江市', '湖北省仙桃市'],
    ['632521', '海南省三亚市', '青海省海南藏族自治州共和县'],
    ['371471', '上海市浦东新区', '山东省'],
  ];
  for (const [code, name, meaning] of TWO) {
    it(`is two places: ${code} ${name}`, () => {
      const fault = faultOf(code, name);
      expect(fault).to.include({ code: 'place_contradicts_code', pointer: '/workplace/regionCode' });
      expect(fault?.params).to.deep.equal({ code, name, meaning });
    });
  }

  it('is compared by its levels, too', () => {
    const levels = { province: '山东省', city: '济南市', county: '天桥区' };
    expect(faultOf('370102', '工地', levels)?.code).to.equal('place_contradicts_code');
    expect(faultOf('370105', '工地', levels)).to.equal(null);
  });

  it('needs a code of a province that there is', () => {
    expect(faultOf('990102', '某地')?.code).to.equal('region_code_unknown');
  });

  it('is never two where the name is what the table calls the code', () => {
    const rows = LEVELS.flatMap((level) => [...level.values()].flat());
    expect(rows).to.have.length.above(Object.keys(COUNTIES).length);
    const refused = rows.filter(
      ({ code, name }) => faultOf(code, name) !== null || faultOf(code, meaningOf(code) ?? '') !== null,
    );
    expect(refused).to.deep.equal([]);
  });
});

describe('a place that is two', () => {
  it('is refused at the registration and with rows that join, at the code that is wrong', async () => {
    const app = await startTestApp();
    try {
      const city = await buildTestCity(app);
      const origin = { regionCode: '370102', name: '济南市天桥区' };
      const workers = [{ name: '王建国', origin }];
      const { body } = await app.http
        .post('/api/v1/cases')
        .set('Authorization', `Bearer ${city.clerk.token}`)
        .send(caseRequest({ workers }))
        .expect(422);
      expect(body.errors).to.deep.equal([{ pointer: '/workers/0/origin/regionCode', detail: body.detail }]);
      expect(body.detail).to.contain('山东省济南市历下区');
      const { case: subject } = await register(app, city.clerk);
      const joining = await act(app, city.clerk, subject)('add-workers', { joinedOn: '2026-09-16', workers });
      expect(joining.body).to.include({ status: 422, code: 'place_contradicts_code' });
      const respondent = { kind: 'employer', name: '某公司', registeredAt: origin };
      const body2 = { joinedOn: '2026-09-16', respondent };
      const added = await act(app, city.clerk, subject)('add-respondent', body2);
      expect(added.body.errors[0].pointer).to.equal('/respondent/registeredAt/regionCode');
    } finally {
      await app.stop();
    }
  });
});
