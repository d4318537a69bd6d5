import { expect } from 'chai';
import { eventOf } from '../../../config/replay/event-words.ts';
import {
  bodyKindOf,
  causeOf,
  channelOf,
  industryOf,
  lawPointOf,
  respondentKindOf,
} from '../../../config/replay/published-terms.ts';

describe('the words of published cases', () => {
  it('for an event are known however they are written', () => {
    const words = ['notAccepted', 'Not accepted', 'settled', 'Mediation Session', 'criminal referral'];
    expect(words.map(eventOf)).to.deep.equal([
      'not-accepted',
      'not-accepted',
      'agreed',
      'mediation-session',
      'crime-referred',
    ]);
  });

  it('for a claim give the cause that it is, not the one that a part of the word is', () => {
    const causes = {
      一次性伤残补助金: 'work-injury',
      停工留薪期工资: 'work-injury',
      丧葬补助金: 'work-injury-death',
      违法解除劳动合同: 'unlawful-termination',
      产假工资: 'female-and-minor-workers',
      补缴社会保险费: 'social-insurance',
      年终奖: 'wages',
      赔礼道歉: 'other',
    };
    for (const [stated, cause] of Object.entries(causes)) expect(causeOf(stated), stated).to.equal(cause);
  });

  it('for a way in are not mistaken for others that hold them', () => {
    const channels = {
      '12351 hotline': 'hotline',
      'union hotline': 'hotline',
      'written application': 'other',
      'letters and visits office': 'petition-office',
      'referral by labour inspection': 'labour-inspection',
      'online mini-program': 'online',
    };
    for (const [stated, channel] of Object.entries(channels)) {
      expect(channelOf(stated), stated).to.equal(channel);
    }
  });

  it('for offices, parties and trades give their kinds', () => {
    expect(bodyKindOf('public security bureau')).to.equal('police');
    expect(bodyKindOf('discipline inspection commission')).to.equal('other');
    expect(respondentKindOf('project-owner')).to.equal('client');
    expect(respondentKindOf('insurer')).to.equal('insurer');
    expect(industryOf('居民服务业（家政）')).to.deep.equal({
      section: 'O',
      description: '居民服务业（家政）',
    });
    expect(industryOf('E 建筑业')).to.deep.equal({ section: 'E', description: '建筑业' });
  });

  it('for rules of law give the articles, in figures or in Chinese, one or several', () => {
    expect(lawPointOf('劳动合同法 48条、87条')).to.deep.equal({
      law: '劳动合同法',
      article: '48、87',
      note: null,
    });
    expect(lawPointOf('劳动合同法第四十二条')).to.include({ law: '劳动合同法', article: '四十二' });
    expect(lawPointOf('刑法 276条之一')).to.include({ law: '刑法', article: '276之一' });
    expect(lawPointOf('人社部发〔2019〕80号')).to.include({ law: '人社部发〔2019〕80号', article: null });
  });
});
