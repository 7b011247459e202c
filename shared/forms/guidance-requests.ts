// What belongs into the rows and columns of 表三, in our own words, with the document it rests on. Data only;
// ※ marks what no document says.

import type { GuidanceEntry } from './guidance';

export const REQUESTS_GUIDANCE: readonly GuidanceEntry[] = [
  {
    subject: 'requests',
    paragraphs: [
      '一件申请：收到计一次，办结计一次（只落一行），没办结计入结转。每一列都要：一＋二＝三（七）＋四。这是官方表上唯一印出的勾稽，七列都要看，不只看总计：核对过的 38 份真实报告有 10 份违反硬规则，只看总计列只能发现 4 份。',
    ],
    source: '《政府信息公开条例》第27—40条、第42条、第50条（二）；国办公开办函〔2021〕30号附件（表内注）。',
  },
  {
    subject: 'requests.naturalPerson',
    paragraphs: ['以个人名义申请的。常见错：（七）总计整行都记到自然人，与各列明细合计不符。'],
    source:
      '《政府信息公开条例》第27条、第29条（申请人为公民、法人或者其他组织）；列名：国办公开办函〔2021〕30号附件。',
  },
  {
    subject: 'requests.commercialEnterprise',
    paragraphs: ['公司等营利性企业；个体工商户归哪列没有明文，全年前后一致即可※。'],
    source:
      '《政府信息公开条例》第27条、第29条（申请人为公民、法人或者其他组织）；列名：国办公开办函〔2021〕30号附件。',
  },
  {
    subject: 'requests.researchInstitution',
    paragraphs: ['研究院所、以机构名义申请的高校（高校归属※）。'],
    source:
      '《政府信息公开条例》第27条、第29条（申请人为公民、法人或者其他组织）；列名：国办公开办函〔2021〕30号附件。',
  },
  {
    subject: 'requests.publicWelfareOrganisation',
    paragraphs: ['基金会、公益社团、慈善组织等（举例※）。'],
    source:
      '《政府信息公开条例》第27条、第29条（申请人为公民、法人或者其他组织）；列名：国办公开办函〔2021〕30号附件。',
  },
  {
    subject: 'requests.legalServiceOrganisation',
    paragraphs: ['以律所等机构自己名义申请的；代理他人的看被代理人※。'],
    source:
      '《政府信息公开条例》第27条、第29条（申请人为公民、法人或者其他组织）；列名：国办公开办函〔2021〕30号附件。',
  },
  {
    subject: 'requests.otherOrganisation',
    paragraphs: ['上面都不合适的组织，如村委会、业委会、媒体、行政机关（举例※）。'],
    source:
      '《政府信息公开条例》第27条、第29条（申请人为公民、法人或者其他组织）；列名：国办公开办函〔2021〕30号附件。',
  },
  {
    subject: 'requests.total',
    paragraphs: ['六列相加，软件自动算。'],
    source:
      '《政府信息公开条例》第27条、第29条（申请人为公民、法人或者其他组织）；列名：国办公开办函〔2021〕30号附件。',
  },
  {
    subject: 'requests.newlyReceived',
    paragraphs: [
      '计：收到日在本年1月1日至12月31日的申请。收到日：当面交看提交日；挂号、快递看签收日；平信看与申请人确认的日；网上、传真看双方确认的日。',
      '不计：上年收到、今年才办的（那是上年结转）；咨询、信访来信等不是以公开申请提出的。申请书形式是公开申请、实质是信访的，仍计新收，结果落“信访举报投诉”。',
      '常见错：沿用上年数；新收填了、结果全是 0。',
    ],
    source: '《政府信息公开条例》第31条、第29条、第39条；按收到日划年度：推定※。',
  },
  {
    subject: 'requests.carriedOverFromLastYear',
    paragraphs: [
      '计：上年底没办结、今年继续办的。逐列等于上年报告“四、结转下年度继续办理”；软件存有上年时自动带入。',
      '常见错：漏填；填成 0；带来后又算进新收，重复。确需不同，写明原因。',
    ],
    source: '行名之义；国办公开办函〔2021〕30号附件。',
  },
  {
    subject: 'requests.disclosed',
    paragraphs: [
      '计：把信息全部提供了，或告知了获取的方式、途径、时间；申请的信息早已主动公开、告知网址的也在这里（按条文意思推定）。',
      '不计：给了一部分的（落部分公开）。常见错：同一件既计予以公开又计部分公开。',
    ],
    source: '《政府信息公开条例》第36条（一）（二）。',
  },
  {
    subject: 'requests.partiallyDisclosed',
    paragraphs: [
      '计：作了区分处理、给一部分、另一部分说明理由不给的。只计这一行，理由再多也不再计入（三）至（六）。',
      '常见错：部分公开 1 件，又在“第三方权益”里计 1 件，结果多 1。',
    ],
    source: '《政府信息公开条例》第37条；“只计这一情形”（表内注，国办公开办函〔2021〕30号附件）。',
  },
  {
    subject: 'requests.refused.stateSecret',
    paragraphs: [
      '计：依法确定为国家秘密而不给的。要有定密依据；拿不准的先报有关主管部门或保密部门确定。常见错：工作秘密、内部资料当国家秘密。',
    ],
    source: '《政府信息公开条例》第14条、第17条。',
  },
  {
    subject: 'requests.refused.prohibitedByLaw',
    paragraphs: [
      '计：法律或行政法规明文禁止公开的。不计：只由地方规定、规章、文件限制的。常见错：答复书写不出具体法律条款。',
    ],
    source: '《政府信息公开条例》第14条。',
  },
  {
    subject: 'requests.refused.endangersSecurity',
    paragraphs: [
      '计：公开后可能危及国家安全、公共安全、经济安全、社会稳定的。常见错：把“影响不好”当社会稳定，没有说明理由。',
    ],
    source: '《政府信息公开条例》第14条。',
  },
  {
    subject: 'requests.refused.thirdPartyRights',
    paragraphs: [
      '计：涉商业秘密、个人隐私等，公开会损害第三方，征求意见后第三方有合理理由不同意而不给的。第三方逾期不答复的，由机关自己决定，不等于同意或不同意。不计：第三方同意，或因重大公共利益决定给的（落予以公开）。',
    ],
    source: '《政府信息公开条例》第15条、第32条。',
  },
  {
    subject: 'requests.refused.internalAffairs',
    paragraphs: [
      '计：人事管理、后勤管理、内部工作流程三类，决定不给的。常见错：与过程性信息混用；“内部事务”写成“内容事务”。',
    ],
    source: '《政府信息公开条例》第16条第一款。',
  },
  {
    subject: 'requests.refused.deliberativeProcess',
    paragraphs: [
      '计：讨论记录、过程稿、磋商信函、请示报告四类，决定不给的。法律、法规、规章要求公开的除外。常见错：凡是没定稿的都归这里；已成为最终依据的文件仍按过程性拒绝。',
    ],
    source: '《政府信息公开条例》第16条第二款。',
  },
  {
    subject: 'requests.refused.enforcementCaseFile',
    paragraphs: ['计：行政执法案卷里的信息，决定不给的。常见错：复议、信访卷宗也归这里※；与“行政查询”混。'],
    source: '《政府信息公开条例》第16条第二款。',
  },
  {
    subject: 'requests.refused.administrativeInquiry',
    paragraphs: [
      '计：工商、不动产登记资料等，另有法律、行政法规规定查询办法，告知按那个办法办的（按条文意思推定）。常见错：计成“不掌握”。',
    ],
    source: '《政府信息公开条例》第36条（七）。',
  },
  {
    subject: 'requests.unavailable.notHeld',
    paragraphs: [
      '计：检索后没有该信息的；以及不归本机关负责公开、告知了去处的（后一种按条文意思推定；司法解释的解读把它与不掌握并列，放在“不予处理、无法提供”一组）。',
      '常见错：没检索就答不存在；应由下属单位答的填了“其他”。',
    ],
    source: '《政府信息公开条例》第36条（四）（五）、第10条。',
  },
  {
    subject: 'requests.unavailable.requiresCreation',
    paragraphs: [
      '计：没有现成信息，要汇总、加工、分析才有，因而不提供的。常见错：有现成报表却按“需加工”处理；与不存在混计。',
    ],
    source: '《政府信息公开条例》第38条。',
  },
  {
    subject: 'requests.unavailable.stillUnclear',
    paragraphs: [
      '计：申请人按时补正了，内容仍不明确，无法提供的。不计：根本没补正的（落“逾期不补正”）。这两行最容易填反。',
    ],
    source: '《政府信息公开条例》第30条；与（六）1 的分界按行名推定。',
  },
  {
    subject: 'requests.notProcessed.petition',
    paragraphs: [
      '计：以公开申请的形式做信访、投诉、举报，告知不按公开申请处理的。常见错：没登记也没计新收，直接转信访，表里对不上答复书。',
    ],
    source: '《政府信息公开条例》第39条第一款。',
  },
  {
    subject: 'requests.notProcessed.duplicate',
    paragraphs: [
      '计：同一申请人就相同信息再申请，此前已答复过、告知不重复处理的。不计：不同申请人申请同一信息（各计各的结果）；上一件还没答复的。',
    ],
    source: '《政府信息公开条例》第36条（六）；不同申请人：44，推定。',
  },
  {
    subject: 'requests.notProcessed.publishedMaterial',
    paragraphs: [
      '计：要求提供公报、报刊、书籍等出版物，告知获取途径的。不计：已在网站主动公开的文件（落予以公开）。',
    ],
    source: '《政府信息公开条例》第39条第二款。',
  },
  {
    subject: 'requests.notProcessed.excessive',
    paragraphs: [
      '计：数量、频次明显超过合理范围，要求说明理由后理由不合理、告知不予处理的。不计：理由合理、只是延迟答复的（按最后结果计）；选择收费的（按收费后的结果计）。',
    ],
    source: '《政府信息公开条例》第35条、第42条。',
  },
  {
    subject: 'requests.notProcessed.confirmation',
    paragraphs: [
      '计：申请人已拿到信息，又要求机关确认真伪或再出具一份，告知不予处理的。条例没有单列这一款，对应条文※。不计：认为自身信息记录有错要求更正的（那不是公开申请）。',
    ],
    source: '国办公开办函〔2021〕30号、国办公开办函〔2019〕60号附件行名；更正：《政府信息公开条例》第41条。',
  },
  {
    subject: 'requests.otherHandling.supplementOverdue',
    paragraphs: [
      '计：一次性书面告知补正后，无正当理由过期没补，视为放弃、不再处理的。补正期到12月31日还没满的，算结转，不算这里（推定※）。',
    ],
    source: '《政府信息公开条例》第30条。只在2021版单列；2019版并入（六）一行。',
  },
  {
    subject: 'requests.otherHandling.feeOverdue',
    paragraphs: [
      '计：发了收费通知，申请人在20个工作日内没缴，视为放弃、不再处理的。不计：没有书面收费通知、只是口头劝退的。出现数字时，第六节通常也要有交代。',
    ],
    source: '《政府信息公开条例》第42条；国办函〔2020〕109号（缴费期与后果见四川通知和报道）。',
  },
  {
    subject: 'requests.otherHandling.other',
    paragraphs: [
      '计：上面各行都放不进的极少数，如申请人主动撤回（各地做法，文件未写）。数量偏高，主管部门会追问，先回头看能否归入前面各行。',
      '常见错：把“不会归类的”都放这里；旧单行数据导入后不核对。',
    ],
    source: '国办公开办函〔2021〕30号附件；偏高应关注：国办公开办函〔2019〕60号；撤回※。',
  },
  {
    subject: 'requests.otherHandling',
    formId: 'annual-report-2019',
    paragraphs: [
      '计：2019版（六）不分项，逾期不补正、撤回等都在这一行。2021年及以后仍按一行填的旧表，导入后放到“3.其他”并提示核对。',
    ],
    source: '国办公开办函〔2019〕60号。',
  },
  {
    subject: 'requests.outcomeTotal',
    paragraphs: [
      '（一）至（六）各行相加，软件自动算；不另填小计，官方表没有小计行。常见错：漏填或填 0；明细加起来比总计多（真实有多 6 的）。',
    ],
    source: '行名之义；国办公开办函〔2021〕30号附件。',
  },
  {
    subject: 'requests.carriedForwardToNextYear',
    paragraphs: [
      '计：到12月31日没办结的：还在期内、延期中、等补正、等第三方意见、等缴费的（推定※）。明年第二行照抄这里。',
      '常见错：同一件既算办结又算结转；为了凑平随手改这一行。',
    ],
    source: '行名之义；期限：《政府信息公开条例》第33条、第30条、第32条、第35条。',
  },
];
