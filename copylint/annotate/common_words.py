"""Common English words: what a capital may begin that is no name."""

from __future__ import annotations

# Counted in lower case in news and in government copy; a fact of frequency, no dictionary.
COMMON_WORDS = frozenset(
    """
    abandon abandoned abide abilities ability able abolish abolished abolishing abolition about above abroad
    absence absolute absolutely absorb absorbed abstract absurd abuse academia academic accelerate
    accelerated acceleration accept acceptable acceptance accepted accepting accepts access accessed
    accessibility accessible accessing accident accommodate accommodative accompanied accompanying
    accomplish accomplished accord accordance according accordingly accordion accords account accountability
    accounted accounting accounts accrued accruing accumulate accumulated accuracy accurate accurately
    accused accusing accustomed achieve achieved achievement achieving acid acknowledge acknowledged
    acknowledging acquire acquired acquires acquiring acquisition acquisitions acre acreage acres acronym
    across acted acting action actionable actions activate active actively activities activity acts actual
    actually adapt adaptation adapted adapting added adding addition additional additions address addressed
    addresses addressing adds adequate adequately adhere adjust adjusted adjusting adjustment adjustments
    administer administration administrative administrator administrators admit admitted adopt adopted
    adopting adoption adult adults advance advanced advances advancing advantage advantages adverse
    adversely advertising advice advise advised adviser advisers advisor advisory advocate advocates
    advocating aerospace affair affairs affect affected affecting affects affiliate affiliates affirmed
    afford affordable afraid after aftermath afternoon again against agencies agency agenda agent agents
    ages aggregate aggregated aggressive aggressively agile agree agreed agreeing agreement agreements
    agricultural agriculture ahead aide aided aids ailing aimed aiming aims aircraft airline airlines
    airport alcohol alert alerts align aligned aligning alignment aligns alike allegations alleged alleging
    alleviate allies allocate allocated allocation allow allowance allowed allowing allows alluded almost
    alone along alongside alpha already also alter alterations altered alternative alternatives although
    altogether aluminium always ambassador ambiguity ambitious amended amendment amendments amid among
    amongst amount amounted amounting amounts ample analogous analyses analysis analyst analysts analytical
    analytics analyze analyzed analyzing anchor anger angered angle angles angry animal anniversary announce
    announced announcement announcements announces announcing annoying annual annualized annually annum
    anonymization anonymous anonymously another answer answered answering answers anticipate anticipated
    anticipates anticipating antitrust anxious anybody anyone anything anyway anywhere apart apartheid
    apparatus apparel apparent apparently appeal appealed appealing appeals appear appearance appeared
    appearing appears apple appliances applicable applicants application applications applied applies apply
    applying appointed appointment appreciate appreciated appreciation approach approached approaches
    approaching appropriate appropriated appropriately appropriations approval approvals approve approved
    approves approximately apps arbitrage arbitration architect architectural architecture archive area
    areas arena arguably argue argued arguing argument arguments arise arises arising armed arms army arose
    around arrange arranged arrangement arrangements arranger arranging array arrears arrested arrival
    arrive arrived arriving arrow arrows article articles articulate articulation artifacts artificial
    artists aside asked asking asks aspect aspects aspirational assault assemble assembled assembly asserted
    assess assessed assessing assessment assessments asset assets assign assigned assignments assist
    assistance assistant assisted assisting assistive assists associate associated association associations
    assume assumed assuming assumption assumptions assurance assurances assure assured assures atmosphere
    attach attached attack attacked attacking attacks attain attempt attempted attempting attempts attend
    attendance attended attendees attending attention attitude attitudes attorney attorneys attract
    attracting attractive attributable attribute attributed attributes auction auctions audience audiences
    audio audit auditing austerity author authorised authoritative authorities authority authorization
    authorize authorized authors auto automaker automakers automated automatic automatically automation
    automobile automotive autos autumn availability available avatar average averaged averaging avert
    aviation avoid avoided avoiding awaiting award awarded awards aware awareness away awesome baby back
    backed background backgrounds backing backlash backlog badly bags balance balanced balances balancing
    bald ball balls bandwidth bank banker bankers banking bankrupt bankruptcy banks banned banner barely
    bargain bargaining barley barrel barrels barrier barriers barring bars barter base based baseline bases
    basic basically basics basis basket battle bauxite beans bear beard bearer bearing bearish bears beat
    beautiful became because become becomes becoming beef been before beforehand began begin beginners
    beginning begins begun behalf behave behavior behaviors behind being belief believe believed believes
    belong belongs below belt benchmark benchmarking beneath beneficial beneficiaries benefit benefited
    benefits benefitted best beta better between beyond bias bidder bidders bidding bids bigger biggest
    bilateral bill billion billions bills binding biological bipartisan birth bits bitter black blame blamed
    blank blend blind blindness bloc block blocked blocking blocks blog blogs blood blow blue blues blurred
    board boards boat bodies body bold bolster bolstered bond bonds bonus bonuses book booked books boom
    booming boost boosted boosting border borders bore born borrow borrowed borrower borrowers borrowing
    borrowings both bottom bottomed bought bounce bound boundaries bourse boxes boycott brackets brain
    brainstorm brainstorming branch branches brand branding brands breached breadcrumb breadth break
    breakdown breaking breaks breakthrough breakup brewery bridge bridges bridging brief briefed briefing
    briefly bright brightest bring bringing brings broad broadcast broadcasting broaden broadening broader
    broadly broke broken broker brokerage brokerages brokers brothers brought brown browse browser browsers
    budding budget budgetary buffer bugfixes bugs build building buildings builds built bulk bull bullish
    bumps bunch bundle buoyant burden burdens bureau bureaucracy bureaucratic bureaus buses bushel bushels
    business businesses businessman businessmen busy butter button buttons buyback buyer buyers buying
    buyout buyouts buys cabinet cable cadence cake calculate calculated calculating calculation calculations
    calendar call called calling calls calm came camera cameras campaign campaigns cancel cancelled cancer
    candidate candidates cane cannot canonical capabilities capability capable capacities capacity capita
    capital capitalisation capitalization capitalize capitals captioning captions capture captured card
    cards care career careers careful carefully cargo cargoes carried carrier carriers carries carry
    carrying cars carte cartel case cases cash cast casual casualties catalog catch categories categorize
    category cattle caught cause caused causes causing caution cautioned cautious cease ceased ceiling
    ceilings celebrate celebrated celebrating cement cent center centered centers central centralized centre
    centres centrist cents century cereal cereals ceremony certain certainly certainty certificate
    certificates certification certified chain chair chairman chairmanship challenge challenged challenges
    challenging chance chances change changed changes changing channel channels chaotic chapter character
    characterize characterized characters charge charged charges charging chart charter chartered charts
    chat chats cheap cheaper check checkbox checkboxes checked checking checklist checklists checks chemical
    chemicals chief child childhood children chip chips choice choices choke choose chooses choosing chose
    chosen church cigarettes circle circles circulated circulation circumstances cited cities citing citizen
    citizens city civic civil civilian claim claimed claiming claims clarification clarified clarifies
    clarify clarifying clarity class classes classic classifications classified clauses clean clear
    clearance clearances cleared clearer clearing clearly click clicked clicking clicks client clients
    climate climb climbed clinical clock close closed closely closer closes closing closings closure
    clothing cloud club clusters clutter coach coaching coal coalition coast coastal cocoa coconut code
    codebase coded coding coffee cognitive coherent coincide cold collaborate collaborates collaborating
    collaboration collaborations collaborative collaboratively collapse collapsed collared collateral
    colleague colleagues collect collected collecting collection collections collective collectively
    collects college color colored colorful colors column columns combat combination combinations combine
    combined combines combining come comes comfort comfortable comfortably coming command commander comment
    commented commenting comments commerce commercial commercially commerical commission commissioned
    commissioner commissions commit commitment commitments committed committee committees committment
    commodities commodity common commonalities commonality commonly communicate communicated communicating
    communication communications communique communities community compact companies companion company
    comparable comparative compare compared compares comparison comparisons compatibility compatible
    compelling compensate compensated compensation compete competing competition competitions competitive
    competitively competitiveness competitor competitors compilation compile compiled compiling complained
    complaint complaints complement complementary complete completed completely completes completing
    completion complex complexities complexity compliance compliant complicated comply component components
    composed composite compound comprehensive comprise comprised comprising compromise compute computer
    computers computing conceded concentrate concentrated concentration concept concepts conceptual concern
    concerned concerning concerns concert concerted concessional concessions concise conclude concluded
    concludes conclusion conclusions concrete condition conditional conditioned conditions conduct conducted
    conducting conducts conference conferences confidence confident confidential configurable configuration
    configurations configure configured confirm confirmation confirmed confirming conflict conflicting
    conflicts conform conformance confrontation confused confusing confusion congressional congressmen
    conjunction connect connected connecting connection connections connectivity connects consecutive
    consensus consent consequences conservation conservative consider considerable considerably
    consideration considerations considered considering considers consist consisted consistency consistent
    consistently consists consolidate consolidated consolidation consortia consortium constant constantly
    constitute constrained constraints construction constructive consult consultancy consultant consultation
    consultations consultative consulted consulting consumed consumer consumers consuming consummated
    consumption contact contacted contacts contain contained container containing contains contend content
    contents contest context continent continental contingency contingent continual continually continuation
    continue continued continues continuing continuity continuous continuously contra contract contracted
    contraction contractor contractors contracts contrary contrast contribute contributed contributing
    contribution contributions contributors control controlled controlling controls controversial
    controversy convenience convention conventional conventions convergence conversation conversational
    conversations conversion convert converted convertible converting convey conviction convince convinced
    cookies cooking cool cooperate cooperating cooperation cooperative coordinate coordinated coordinates
    coordinating coordination coordinator cope copied copies copper copy copyright core corn corner corners
    corporate corporation corporations correct correction correctly correspond corresponding cosmetics cost
    costing costly costs cotton could council counsel count counted counter counterparts countries country
    counts county couple coupled coupon coupons course courses court courts cover coverage covered covering
    covers cracks craft crafting crash cream create created creates creating creation creative creativity
    credibility credible credit credited creditor creditors credits criminal crises crisis crisp criteria
    critical critically criticised criticism criticisms criticized critics crop crops cross crowd
    crowdsourcing crowns crucial crude crudes crush crushed crushing cubic cues cultural culture cultures
    cumulative curb curbing curbs cure curious curly currencies currency current currently curtail curve
    custom customer customers customization customizations customize customized customizing customs cutbacks
    cuts cutting cybersecurity cycle cycles cyclical daily dairy damage damaged damages damaging dampen
    dampening danger dangerous dangers dark dashboard dashboards data database dataset datasets date dated
    dates daunting days dead deadline deadlines deal dealer dealers dealing dealings deals dealt death
    debate debenture debentures debt debtor debtors debts decade decades decide decided decides deciding
    decision decisions deck declaration declare declared decline declined declines declining decorative
    decrease decreased decreasing decree dedicated deducted deductions deep deeper deeply default defaults
    defeat defeated defence defend defendants defended defending defense defensive defer deferred deficiency
    deficit deficits define defined defines defining definitely definition definitions definitive defuse
    degree degrees delay delayed delaying delays delegate delegates delegation delegations delete
    deliberately deliberations delighted delightful deliver deliverables delivered deliveries delivering
    delivers delivery demand demanded demanding demands demo democracies democracy demographics demonstrate
    demonstrated demonstrates demonstration denial denied denominated denomination denominations dense deny
    departing department departments departure depend depended dependence dependencies dependency dependent
    depending depends deploy deployed deploying deployment deployments deposit depositors deposits
    deprecated deprecation depreciation depress depressed depression depth deputy deregulation derived
    describe described describes describing description descriptions descriptive deserve deserves design
    designated designation designed designer designers designing designs designsystem desirable desire
    desired desk desks desktop desperate despite destinations destined destroy destroyed destruction detail
    detailed detailing details detect detected deteriorate deteriorating deterioration determination
    determine determined determines determining devaluation devastating develop developed developer
    developers developing development developmental developments develops device devices diagram diagrams
    dialogue dictate dictionary died diesel differ differed difference differences different differential
    differentials differently differing differs difficult difficulties difficulty digest digging digital
    digitally digitized dilemma diluted dilution dimension dimensions diminish diminishing dinner diplomat
    diplomatic diplomats dipped direct directed directing direction directions directive directly director
    directors directory directs disabilities disability disabled disadvantage disagreed disagreement
    disappear disappearing disappointed disappointing disaster disbursed disbursements discipline
    disciplines disclose disclosed disclosing disclosure discontinue discontinued discount discounts
    discourage discouraged discouraging discover discovered discoveries discovery discretion discrimination
    discuss discussed discusses discussing discussion discussions disease disk dismiss dismissal dismissed
    disparate display displayed displaying displays disposal disposals dispose disposition dispute disputed
    disputes disrupt disrupted disruption disruptive distance distillate distinct distinction distracting
    distribute distributed distribution distributor distributors district districts dive diverse
    diversification diversified diversify diversion diversity diverted divide divided dividend dividends
    division divisions divs dlrs docs document documentation documented documenting documents does dogs
    doing dollar dollars domain domains domestic domestically dominant dominated done donors door doors dots
    double doubled doubt doubted doubtful doubts down downgrade downgraded download downloaded downloading
    downside downstream downturn downward downwards dozen dozens draft drafted drafting drafts dramatic
    dramatically drastic drastically draw drawing drawings drawn drew drilled drilling drive driven driver
    drivers drives driving drop dropdown dropped dropping drought drove drug drugs dual dubbed dull dumping
    duplication durable duration during duties duty dynamic dynamics each eager earlier earliest early
    earmarked earn earned earners earning earnings earthquake ease eased easier easiest easily easing east
    eastern easy eating ebullient economic economically economics economies economist economists economy
    ecosystem edge edged edible edit edited editing edition editor editorial editors educate educating
    education educational effect effective effectively effectiveness effects efficiency efficient
    efficiently effort efforts eight eighth either elaborate elaborating elect elected election elections
    electric electrical electricity electronic electronics element elements elevator eligibility eligible
    eliminate eliminated eliminating elimination else elsewhere email emailing emails embarking embassy
    embodies embrace embraces embracing emerge emerged emergencies emergency emerging emotional empathy
    emphasis emphasize emphasized employ employed employee employees employer employers employment employs
    empower empowered empty enable enabled enables enabling enact enacted encompass encounter encountered
    encourage encouraged encourages encouraging endangered ended ending endorse endorsed endorsement ends
    enemy energy enforce enforcement engage engaged engagement engagements engages engaging engine engineer
    engineered engineering engineers engines enhance enhanced enhancement enhancements enhances enhancing
    enjoy enjoyed enjoys enlarge enlarged enormous enough enquiry ensure ensures ensuring enter entered
    entering enterprise enterprises entertainment enthusiasm enthusiastic entire entirely entities entitle
    entitled entity entrance entrepreneurs entries entry environment environmental environments envisaged
    envoy episode episodes equal equally equilibrium equip equipment equipped equitable equities equity
    equivalent error errors escape escort especially essential essentially establish established establishes
    establishing establishment estate estimate estimated estimates estimating ethnicity eurobond eurobonds
    evaluate evaluated evaluating evaluation evaluations even evening evenly event events eventual
    eventually ever evergreen every everybody everyday everyone everything everywhere evidence evident evoke
    evolution evolve evolved evolves evolving exacerbated exact exactly exaggerated examination examine
    examined examining example examples exceed exceeded exceeding exceeds excellent except exception
    exceptional exceptionally exceptions excess excessive exchange exchangeable exchanged exchanges excise
    excited exciting exclude excluded excludes excluding exclusive exclusively execute executed executing
    execution executive executives exempt exercisable exercise exercised exercises exhausting exist existed
    existence existing exists exit expand expanded expanding expansion expansive expect expectation
    expectations expected expecting expects expenditure expenditures expense expenses expensive experience
    experienced experiences experiencing experiment experimental experiments expert expertise experts
    expiration expire expired expires expiring explain explained explaining explains explanation explicit
    explicitly exploration explore explored explores exploring export exported exporter exporters exporting
    exports expose exposure exposures express expressed expression expressions expressive extend extended
    extending extends extension extensions extensive extensively extent external extra extraordinary extreme
    extremely eyes face faced faces facilitate facilitated facilitates facilitating facilitation facilities
    facility facing fact facto factor factories factors factory facts fail failed failing fails failure
    failures fair fairly fairness faith fake fall fallen falling falls false familiar familiarity families
    family fantastic fantasy farm farmers farming farmland fashion fast faster fastest fatigue fats faulty
    favor favorable favored favorite favour favourable favourably favoured fear feared fears feasibility
    feasible feature featured features featuring federal federally federation feed feedback feedgrain
    feedgrains feeds feel feeling feelings feels fees feet fell fellow felt ferry fertiliser fertilizer
    fetch fewer fiber fiction fidelity fiduciary field fields fierce fifth fight fighter fighting figure
    figured figures figuring file filed files filing filings fill filled filling filter filtered filters
    final finalised finalize finalized finally finance financed finances financial financially financing
    find finding findings finds fine fined finely finger finish finished finishing fire fired firefighting
    fires firm firmed firmer firming firmly firms first fiscal fitness fits five fixed fixes fixing flag
    flags flat fleet flex flexibility flexible flight flights flip float floated floating flood flooded
    flooding floor flotation flour flow flowed flowing flows fluctuation fluctuations flying focus focused
    focuses focusing fold folks follow followed following follows font fonts food foods foot footer
    footprint force forced forces forcing forecast forecasting forecasts forefront foreign foreigners
    foresaw foresee foreseeable foreshadow forge forget forgotten form formal formally format formation
    formats formatting formed former formerly forms formula forth forthcoming fortune forum forums forward
    foster fostering fought found foundation founded founder four fourth fraction frame frames framework
    frameworks framing franc francs fraud fraudulent free freedom freeing freely freeze freezing freight
    frequency frequent frequently fresh friction friend friendly friends from front fronts froze frozen
    fruit frustrated frustrating frustration fuel fueled fuelled fuels fulfil fulfill fulfilled fulfilling
    full fully function functional functionality functioning functions fund fundamental fundamentally
    fundamentals funded funding funds furniture further future futures gain gained gaining gains game games
    gaming gaps gasoline gather gathered gathering gathers gauge gave gear geared gearing gender general
    generally generate generated generates generating generation generations generic generous genetic
    genuine gets getting giant giants gilt gilts github give given gives giving glad glance glass glasses
    global globally gloomy glut goal goals goes going gold gone good goods goodwill gotten govern governance
    governed governing government governmental governments governmentwide governor governors grab grace
    gracefully grade grades grading gradual gradually graduate graduated grain grains grand grant granted
    granting grants granular graph graphic graphics graphs grassroots grateful grave gray great greater
    greatest greatly green grew grey grid gross grossly ground grounds groundwork group grouped grouping
    groupings groups grow growers growing grown grows growth guarantee guaranteed guarantees guerrillas
    guess guest guests guidance guide guided guideline guidelines guides guiding guilders guilty guys hair
    half halt halted halved hand handbook handful handle handled handling hands happen happened happening
    happens happy hard harder hardest hardware harm harsh harvest harvested harvesting hashtag hats have
    having head headed header headers heading headings headlines headphones headquarters heads health
    healthcare healthy hear heard hearing hearings heart heat heating heavier heavily heavy hectares hedge
    hedging heels hefty height heightened held help helped helpful helping helps hence hepatitis here hero
    heuristics hidden hide hierarchy high higher highest highlight highlighted highlighting highlights
    highly highs himself hint hinted hire hired hiring historic historical historically history hold holder
    holders holding holdings holds holes holiday holidays holistic home homepage homes honest honestly honor
    honour hood hope hoped hopeful hopefully hopes hoping horse hospital host hosted hostile hosting hosts
    hotel hotels hour hours house household houses housing hover however html http https huge human humans
    humble hundred hundreds hunger hurdles hurry hurt hurting husband icon icons idea ideal ideally ideas
    ideation identical identifiable identification identified identifier identifies identify identifying
    identity idle idled ignore ignored illegal illegally illuminate illuminates illustrate illustrated
    illustration illustrative image images imagine imbalance imbalances immediate immediately immense
    imminent impact impacted impactful impacts impaired impairments impasse impede impediments imperative
    impetus implement implementation implementations implemented implementing implements implications
    implied implies imply import importance important importantly imported importer importers importing
    imports impose imposed imposes imposing imposition impossible impression improperly improve improved
    improvement improvements improves improving inaccurate inadequate inaugural incentive incentives
    incident inclined include included includes including inclusion inclusive inclusivity income incomes
    incoming incomplete inconsistency inconsistent incorporate incorporated incorporating incorrect increase
    increased increases increasing increasingly incredible incredibly incremental incrementally incurred
    indebted indebtedness indeed indefinite indefinitely independent independently index indicate indicated
    indicates indicating indication indications indicator indicators indices indirect indirectly individual
    individually individuals induce industrial industrialised industrialized industries industry ineffective
    inefficient ineligible inevitable inevitably infinite inflated inflation inflationary inflow inflows
    influence influenced influences influential info inform informal informally information informational
    informed informing infrastructure ingredients inherent initial initialization initially initiated
    initiative initiatives inject injection injured injuries injury inline innovate innovation innovations
    innovative innovators input inputs inquiries inquiry inroads inside insider insight insights insist
    insisted insolvent inspection inspectors inspiration inspire inspired inspiring instability install
    installation installed installing installment installs instance instances instead institute instituted
    institutes institution institutional institutions instructed instruction instructions instrument
    instruments insufficient insurance insure insured intangible integral integrate integrated integrating
    integration intellectual intelligence intend intended intends intense intensified intensify intensity
    intensive intent intention intentional intentionally intentions interact interacting interaction
    interactions interactive interactivity interacts interagency interbank interest interested interesting
    interests interface interfaces interfere interim interior intermediate internal internally international
    internationally internet internship interpret interpretation interpreted interpreting interrupted
    interstate intervene intervened intervention interview interviewed interviewee interviewer interviewing
    interviews into introduce introduced introduces introducing introduction introductory intuitive
    inventories inventory invest invested investigate investigating investigation investigations
    investigators investing investment investments investor investors invisible invitations invite invited
    invites inviting involve involved involvement involves involving iron ironically island isolated
    issuance issue issued issuers issues issuing item items iterate iteration iterations iterative
    iteratively itself jail jargon jeopardized jets jobless jobs join joined joining joint jointly
    journalists journey journeys judge judged judgement judges judgment jump jumped jumping jungle junior
    jurisdiction jury just justice justification justified justify keen keep keeping keeps kept keyboard
    keynote keys keywords kick killed killing kilo kilos kind kinda kinds kits knew know knowing knowledge
    known knows label labeled labeling labels labor laboratory labour lack lacked lackluster lacks lagging
    laid land landed landing lands landscape lang language languages large largely larger largest laser last
    lasting lastly late lately later latest latter launch launched launches launching lawmakers laws lawsuit
    lawsuits lawyer lawyers layer laying layoffs layout layouts lead leader leaders leadership leading leads
    leaked lean leap learn learned learning learnings lease leases leasing least leather leave leaves
    leaving lectures left legacy legal legally legibility legislation legislative legitimate lend lender
    lenders lending length lengthy lens lent less lesser lesson lessons lets letter letters letting level
    levels leverage leveraged leveraging levied levy liabilities liability liberal liberalisation liberalise
    liberalization libraries library licences license licensed licensee licenses licensing lies life
    lifecycle lifetime lift lifted lifting light lighter lightweight like liked likelihood likely limit
    limitations limited limiting limits line linear lined lines link linked linking links liquid liquidation
    liquidity liquids lire list listed listen listening listing lists listserv literacy literally litigation
    little live lived lives livestock livestream living load loaded loading loads loan loans lobby lobbying
    local locally locals locate located location locations lock locked logging logic logical logically login
    logistics logo long longer look looked looking lookout looks loophole lose losing loss losses lost lots
    loud love loves lower lowered lowering lowers lowest lows luck lucky lucrative lumber lunch luxury
    machine machinery machines made magazine magic magnification magnitude mail mailed mailing main
    mainframe mainly maintain maintainability maintained maintaining maintains maintenance maize major
    majority make maker makers makes making manage manageable managed management manager managers manages
    managing mandate mandated mandatory manipulation manner manual manually manufacture manufactured
    manufacturer manufacturers manufacturing many mapped mapping maps margin marginal marginally margins
    marine mark marked markedly marker markers market marketed marketing marketplace markets marking marks
    markup mask mass massive master match matched matches matching material materials matter matters mature
    matured matures maturing maturities maturity maximize maximizing maximum maybe meal mean meaning
    meaningful means meant meantime meanwhile measure measured measurement measurements measures measuring
    meat mechanical mechanism mechanisms media medical medium meet meeting meetings meets member members
    membership memo memorable memorandum memories memory mental mentally mention mentioned mentioning
    mentors menu merchandise merchant mere merely merge merged merger mergers merits message messages
    messaging messy meta metal metals metaphor method methodologies methodology methods metres metric
    metrics metropolitan microchip microchips microprocessor midday middle midnight might migrate migrating
    migration mile miles milestone milestones military milk mill milling million millions mills mind mindful
    minds mindset mine mineral minerals miners mines mini minicomputers minimal minimize minimum mining
    minister ministerial ministers ministries ministry minor minority minus minute minutes misconduct
    misguided miss missed missile missiles missing mission missions mistake mistakes misunderstood misuse
    mixed mixins mixture mlns mobile modal mode model models moderate moderated moderately moderation modern
    modernisation modernise modernization modernize modernizing modes modest modestly modifications modified
    modify modular moisture moment momentum monetary money monitor monitored monitoring monopolies month
    monthly months mood moratorium more morning mortgage mortgages most mostly motion motivated motor
    mountain mountains mounting mouse mouth move moved movement movements moves moving mths much
    multilateral multilingual multimedia multinational multiple multiply municipal music must mutual myself
    name named names naming narrow narrowed narrowing nation national nationalised nationality nations
    nationwide native natural naturally nature naval navigate navigating navigation navy near nearby nearly
    necessarily necessary necessity need needed needs negative negatively negotiate negotiated negotiating
    negotiation negotiations negotiator negotiators neighborhood neighbouring neither nervous network
    networking networks neutral never newer newest newly news newsletter newsletters newspaper newspapers
    next nice night nightmare nine nobody nominal nominee none nonpartisan nonperforming nonprofit
    nonprofits noon normal normally norms north northeast northern northwest notable notably note noted
    notes noteworthy nothing notice noticeable noticed notification notifications notified noting novel
    novice nuance nuclear number numbers numeric numerous object objected objection objections objective
    objectives objects obligation obligations obligatory obliged observation observations observe observed
    observer observing obstacles obtain obtained obtaining obvious obviously occasion occasionally occur
    occurred occurs offensive offer offered offering offerings offers office officer officers offices
    official officially officials offset offsetting offshore often oilfield oilfields oils oilseed oilseeds
    okay older olive once ones ongoing online only onto open opened opening opens operable operate operated
    operates operating operation operational operationalize operations operator operators opinion opinions
    opportunities opportunity oppose opposed opposes opposing opposite opposition optimal optimism
    optimistic optimization optimize optimized optimizing option optional options oral orange oranges order
    ordered ordering orderly orders ordinary organic organisation organisations organization organizational
    organizations organize organized organizes organizing orientation oriented origin original originally
    origins other others otherwise ought ounce ounces ours ourselves outcome outcomes outdated outflow
    outflows outlays outline outlined outlines outlining outlook outpaced output outputs outreach outright
    outside outstanding outweigh over overall overarching overcapacity overcome overcoming overdue overhang
    overhaul overhead overlap overlapping overlooked overly overnight override overriding overseas oversee
    overseeing oversees overshoot oversight oversubscribed overview overwhelming overwhelmingly owed owes
    owing owned owner owners ownership owning owns ozone pace pacific package packages packaging packed pact
    pacts padding page pages pageviews pagination paid pain painful pairs palette palm pandemic panel
    panelists panels panic paper papers paperwork paragraph paragraphs parallel paralysed parameters parent
    parents park parking parliament parliamentary parse part partial partially participant participants
    participate participated participating participation participatory particular particularly parties
    partly partner partnered partnering partners partnership partnerships parts party pass passage passed
    passenger passes passing passion passionate passport past paste patch path paths patience patient
    patients pattern patterns pause pave payable paying payment payments payout pays peak peaked peer peers
    penalties pence pending pension people perceive perceived percent percentage perception perceptions
    perfect perform performance performances performed performing performs perhaps period periodic
    periodically periods permanent permanently permission permit permits permitted persistent person
    personal personally personas personnel persons perspective perspectives persuade pertinent pesos
    pessimistic petition petroleum pfennigs pharmaceutical phase phased phases phenomenon philosophy phone
    photo photographer photography photos phrase phrases physical physically physics pick picked picker
    picture pictures piece pieces pillars pilot pilots pink pipeline pipelines pitch pitfalls pixels place
    placed placeholder placement placements places placing plain plainlanguage plan plane planes planned
    planning plans plant plantations planted planting plantings plants plastics plate platform platforms
    play playbook played player players playing playlist plays pleaded please pleased pledge pledged pledges
    plenty plugin plunge plunged plunging plus podcast point pointed pointing points poised polestar police
    policies policy political politically politicians politics poll polled polls pollution pool poor poorer
    poorest popular popularity population pork port portal portfolio portfolios portion ports pose posed
    position positioning positions positive positively possibilities possibility possible possibly post
    postal posted posting postpone postponed posts posture potential potentially pound pounds power powered
    powerful powers practical practically practice practiced practices practicing practitioners praise
    praised preceded precedent preceding precious precise precisely precision predict predictable predicted
    predicting predictions predicts prefer preferable preference preferences preferential preferred
    preliminary premature premium premiums preparation prepare prepared prepares preparing presence present
    presentation presentations presented presenters presenting presents preserve presidency president
    presidential presidents press pressed pressing pressure pressured pressures pretax pretty prevailed
    prevailing prevent preventable prevented preventing prevention prevents preview previous previously
    price priced prices pricing primarily primary prime principal principle principles print printed
    printers printing prior priorities prioritize prioritizing priority privacy private privately
    privatisation privatise privatised privileged prize prizes proactive probable probably probe problem
    problems procedural procedure procedures proceed proceeding proceedings proceeds process processed
    processes processing processors procurement produce produced producer producers produces producing
    product production productive productivity products professional professionals professor proficiency
    proficient profile profiles profit profitability profitable profits program programme programming
    programs progress progresses progressing progression progressive prohibited prohibits project projected
    projecting projection projections projects prolonged prominence prominent promise promised promises
    promising promissory promote promoted promotes promoting promotion promotional prompt prompted prompting
    promptly prompts pronounced pronouns proof proper properly properties property proponents proportion
    proposal proposals propose proposed proposes proposing prosecution prosecutor prospect prospective
    prospects prospectus protect protected protecting protection protectionism protectionist protections
    protects protest protesting protests protocol protocols prototype prototypes prototyping proud prove
    proved proven provide provided provider providers provides providing province provinces provincial
    provision provisional provisionally provisions provoke proxy prudent psychology public publication
    publications publicly publish published publisher publishing pull pulled pulling pumping purchase
    purchased purchasers purchases purchasing pure purely purple purpose purposes pursue pursued pursuing
    push pushed pushing puts putting puzzle quake qualified qualify qualitative quality quantitative
    quantity quarter quarterly quarters queries query question questioned questionnaires questions quick
    quicker quickly quiet quietly quite quota quotas quote quoted quotes quoting race racial radical radio
    radius rail railway rain rainfall rains raise raised raises raising rally rand random range ranged
    ranges ranging rank rapid rapidly rare rarely rate rated rates rather ratification ratified rating
    ratings ratio rational rationalisation ratios reach reached reaches reaching react reacted reacting
    reaction reactions read readability readable reader readers readily reading reads ready reaffirmation
    reaffirmed real realistic realities reality realize realized realizing really reason reasonable
    reasonably reasoning reasons reassure rebate rebates rebel rebels rebuild rebuilt recall recap receipt
    receipts receivable receive received receives receiving recent recently recession recipient recipients
    reciprocal recognise recognised recognition recognize recognized recognizes recognizing recommend
    recommendation recommendations recommended recommending recommends record recorded recording recordings
    records recover recovered recovering recovery recruit recruited recruiter recruiting recruitment
    rectangle redeem redeemable redeemed redemption redesign redesigned redirect redress reduce reduced
    reduces reducing reduction reductions redundancies redundancy redundant refer reference referenced
    references referred referring refers refinance refinanced refinancing refine refined refinement
    refineries refiners refinery refining reflationary reflect reflected reflecting reflection reflects
    refocus reform reformed reforming reforms refrain reframe refresh refresher refugee refusal refuse
    refused refusing regain regard regarded regarding regardless regime region regional regions register
    registered registering registration registrations regret regretted regular regularly regulated regulates
    regulating regulation regulations regulators regulatory reinforce reinforced reintroduced reiterated
    reject rejected rejection rejects relate related relates relating relation relations relationship
    relationships relative relatively relax relaxation release released releases releasing relevance
    relevant reliable reliably reliance relied relief relies religious relocated reluctance reluctant rely
    remain remainder remained remaining remains remark remarkable remarks remedy remember remind reminder
    remote remotely removal remove removed removes removing renamed render rendered rendering renders
    renegotiation renew renewal renewed rent reopen reopened reopening reorganization reorganize reorganized
    repaid repair repaired repairs repay repaying repayment repayments repeal repeat repeatable repeated
    repeatedly repeating replace replaced replacement replaces replacing replicate replied reply repo report
    reported reportedly reporters reporting reports repos repository represent representation representative
    representatives represented representing represents repurchase repurchases reputation request requested
    requesting requests require required requirement requirements requires requiring reschedule rescheduled
    rescheduling rescue research researcher researchers researching reservations reserve reserved reserves
    reset resident residential residents residual resignation resigned resilience resilient resist
    resistance resisted resisting resolution resolve resolved resolving resonates resort resource resources
    respect respectful respective respectively respond responded respondents responding response responses
    responsibility responsible responsive rest restated restaurant restore restored restoring restraint
    restraints restrict restricted restrictions restrictive restructure restructured restructuring rests
    result resulted resulting results resume resumed resumption resurgence retail retailer retailers
    retailing retain retained retains retaliate retaliating retaliation retaliatory rethinking retire
    retired retirement retraining return returned returning returns reusable reuse revaluation revamp reveal
    revealed revenue revenues reverse reversed review reviewed reviewing reviews revise revised revising
    revision revisions revisit revival revive revived revolving rhetoric rice rich ride ridiculous right
    rights rigid rigor rigorous rigs rise risen rises rising risk risks risky rituals rival rivals river
    road roadmap roads robust rock role roles roll rolled rolling room rooms root rose rough roughly round
    rounds route routes routine routinely royalties royalty rubber rubric rule ruled rules ruling rumored
    rumors rumours running runs rupiah ruptured rural rush sacrifices safe safeguard safely safety said
    salaries salary sale sales same sample sampling sanctions sank satellite satisfaction satisfactory
    satisfied satisfy save saved saves saving savings saying says scalable scale scaled scales scaling scan
    scandal scanning scans scattered scenario scenarios scene scenes sceptical schedule scheduled schedules
    scheduling scheme schemes school schools science sciences scientific scientist scientists scope score
    scored scoring scrap scratch screen screens screenshot script scripts scroll scrolling scrutiny seamen
    seamless search searching season seasonal seasonally seasoned seat seats second secondary seconds secret
    secretary section sections sector sectors secure secured securely securities securitization security
    seeing seek seekers seeking seeks seem seemed seemingly seems seen sees segment segments seize seized
    select selected selecting selection selections selective selector self sell selling sells semantic
    semiconductor semiconductors seminar seminars senate senators send sending senior sense sensitive
    sensitivity sent sentence sentences sentiment separate separated separately separating separation
    sequence sequential series serif serious seriously servants serve served server servers serves service
    services servicing serving session sessions setbacks sets setting settings settle settled settlement
    settlements settling setup seven seventh several severe severely severity sexual shades shall shape
    shapes shaping share shared shareholder shareholders shareholding shares sharing sharp sharply shed
    sheet sheets shelf shells shelter shield shift shifting shifts ship shipment shipments shipped shipping
    ships shirt shock shoes shop shopping shops short shortage shortages shorter shortfall shortly shot
    should shoulder show showcase showed showers showing shown shows shrank shrink shrs shunned shut
    shutdown side sidelined sidelines sides sight sighted sign signal signals signature signed significance
    significant significantly signing signs signup silence silent silly silos silver similar similarities
    similarly simple simpler simplest simplicity simplified simplify simplifying simply simultaneous
    simultaneously since single sinking sister site sites sitting situation situations sixth sizable size
    sizeable sized sizes skeptical skepticism skill skills skin skip slack slash slashed slated sleep slide
    slider slides sliding slight slightly slim slipped slow slowdown slowed slower slowing slowly slug
    sluggish slump small smaller smallest smart smelter smelting smooth smoothly snapshot soar soared
    soaring social socialist society socks soft soften softening software sold sole solely solicit solid
    solution solutions solve solved solves solving some somebody someone something sometime sometimes
    somewhat somewhere soon sooner sophisticated sorghum sort sorting sorts sought sound sounds source
    sources south southeast southern sovereign soybean soybeans soymeal space spacebar spaces spacing span
    spare spark sparked speak speaker speakers speaking spec special specialised specialist specialists
    specialized specializes specializing specialties specialty specific specifically specification
    specifications specifics specified specify specifying spectrum speculate speculated speculation
    speculative speculators speech speed speeding speeds spell spend spending spent spin spinoff spirit
    split spoke spoken spokesman spokesmen spokesperson spokeswoman sponsored sports spot spotlight spread
    spreading spreads spreadsheet spreadsheets spring sprint spun spur square stabilisation stabilise
    stabilised stabilising stability stabilize stabilized stabilizing stable stack stacks staff staffed
    staffing stage staged stages stake stakeholder stakeholders stakes stalled stance stand standalone
    standard standardization standardize standardized standards standby standing standpoint stands
    standstill staple star start started starting starts startups state stated statement statements states
    static stating station stations statistical statistics status statute statutes statutory stay staying
    stays steadily steady steel steep steeply steer steering stem stemmed stemming stems step stepped
    stepping steps sterling steward stick sticking sticky stiff still stimulate stimulating stimulation
    stimulus stock stocked stockholder stockholders stocks stood stop stoppage stopped stops storage store
    stored stores stories storm story storytelling straight straightforward strain strains strategic
    strategically strategies strategist strategists strategy stream streaming streamline streamlined
    streamlining street strength strengthen strengthened strengthening strengths stress stressed stretch
    stricken strict strictly strike strikes striking string stringent stripes stripping strive strives
    striving stroke strong stronger strongest strongly struck structural structure structured structures
    struggle struggled struggling stuck student students studied studies study studying stuff style styled
    styles stylesheet stylesheets styling subcommittee subdued subject subjects submission submissions
    submit submitted submitting subordinated subscribe subscribers subscription subsequent subsequently
    subset subsidiaries subsidiary subsidies subsidised subsidize subsidized subsidy substance substantial
    substantially succeed succeeded succeeding succeeds success successes successful successfully successive
    successor such sudden suddenly sued suffer suffered suffering sufficient sufficiently sugar sugarcane
    suggest suggested suggesting suggestion suggestions suggests suicide suit suitable suite suited suitor
    suits summarize summarizes summary summer summit sums sunflower sunset super supercomputers superior
    supermarket superpower supervision supervisor supervisors supervisory supplement supplemental
    supplementary supplied supplier suppliers supplies supply support supported supporters supporting
    supportive supports supposed sure surely surface surfaced surge surged surpassing surplus surpluses
    surprise surprised surprises surprising surrounding survey surveyed surveys survival survive suspected
    suspend suspended suspending suspension suspicion sustain sustainable sustained sustaining swap swaps
    sweater sweeping sweetener swift swiftly swing swings switch switched switches switching symbol sync
    syndicate syndicated syntax synthesis synthesized system systems table tabled tables tablet tablets
    tackle tackled tactic tactical tactics tagging tags tail tailor tailored tailspin take takeaways taken
    takeover takeovers takes taking talent talk talked talking talks tangible tank tanker tankers tape
    tapped target targeted targeting targets targetted tariff tariffs task tasked tasks taught taxable
    taxation taxes taxpayer taxpayers teach teaches teaching teal team teammate teammates teams tech
    technical technically technique techniques technological technologies technologists technology tedious
    telephone television telex tell telling tells temperatures template templates temporarily temporary tend
    tended tendency tender tendered tendering tenders tends tension tensions tentative tenure term termed
    terminal terminate terminated termination terminology terms territorial territory terrorism test tested
    testers testimony testing tests text textile textiles than thank thanks that theft their them theme
    themes theming themselves then theory there thereafter thereby therefore these they thick thin thing
    things think thinking thinks third thirds this thorough thoroughly those though thought thoughtful
    thoughts thousand thousands thread threat threaten threatened threatening threats three threshold thrift
    thrifts thriving through throughout throw throwing thrown thrust thumb thus tickets tied ties tight
    tighten tightened tightening tighter tightly time timeframe timeline timelines timely times timetable
    timing tiny tips tire tires title titles tobacco today together token tokens told toll tomorrow tone
    tonight tonnage tonnages tonne tonnes tons took tool tooling toolkit tools tooltip topic topics topped
    total totaled totaling totalled totalling totally totals touch touched touchpoints tough tougher tour
    toward towards town towns track tracked tracking tracks tradable trade traded trader traders trades
    trading traditional traditionally traffic trained trainer training trainings trains tranches transaction
    transactions transatlantic transcript transfer transferred transferring transfers transform
    transformation transit transition transitioning transitions translate translated translates translating
    translation translations transparency transparent transport transportation travel traveling travelling
    treasurer treasury treat treated treatment treaty tree trees tremendous tremor trend trends triage trial
    trials triangle tribal tricks tried tries trigger triggered triggers trillion trim trimmed trimming trip
    tripled trips troops trouble troubled truck trucks true truly trust trusted trustee trusts truth trying
    tumbled tuned turbulence turmoil turn turnaround turned turning turnover turns tutorial tutorials twenty
    twice type typeface types typical typically typing typography ultimate ultimately umbrella unable
    unacceptable unadjusted unaffected unanimously unanswered unavailable uncertain uncertainties
    uncertainty unchanged unclear uncover uncovered undecided under undercut undergoing underlying undermine
    undermining underpinned underscored undersecretary understand understandable understanding understands
    understood undertake undertaken undertaking undertook undervalued underway underwrite underwriter
    underwriters underwriting underwritten undisclosed undue unduly unemployment unexpected unexpectedly
    unfair unfamiliar unforeseen unfortunate unfortunately unfriendliness unhappy unidentified uniform
    unilateral unintended union unions unique unissued unit united units universal universe unknown unless
    unlike unlikely unlimited unnamed unnecessary unofficial unpaid unpleasant unprecedented unprofitable
    unrealistic unreasonable unrelated unresolved unrest unsatisfactory unsecured unsettled unsold
    unsolicited unspecified unsuccessful unsuccessfully unsure until untrue unused unusual unusually
    unveiled unwanted unwilling upcoming update updated updates updating upgrade upgraded upgrades upgrading
    upheld upload upon upper upset upside upturn upward upwards urban urge urged urgent urging usability
    usable usage used useful usefulness user users uses using usual usually uswds utilisation utilities
    utility utilize utilizes utilizing vaccine vacuum vague valid validate validation valuable value valued
    values variable variables variant variants variation variations varied variety various vary varying vast
    vegetable vegetables vehicle vehicles vendor vendors venture ventures verbal verbally verified version
    versions versus very vessel vessels veteran veterans veto viability viable vice vicious victory video
    videos view viewed viewport views vigorous vigorously violated violation violations violence virtual
    virtually virus visibility visible vision visit visited visiting visitor visitors visits visual
    visualization visualizations visualize visually vital vocalize voice voiced volatile volatility volume
    volumes voluntarily voluntary volunteer volunteers vote voted votes voting vowed vulnerabilities
    vulnerability vulnerable wage wages wait waiting waived wake walk walked walking wall walls want wanted
    wanting wants warehouse warm warned warning warnings warrant warrants wars warships wary waste wasted
    watch watching water waters waterway wave wavy ways weak weaken weakened weakening weaker weakness
    wealth wealthy weapon weapons wear wearing weather webinar webinars webpage webpages website websites
    week weekend weekly weeks weigh weight weighted welcome welcomed welfare well wells went were west
    western what whatever wheat wheel when whenever where whereas whereby wherever whether which whichever
    while white whites whole wholesale wholly whom whose wide widely widen widened widening wider widespread
    width wife wiki wild will willing willingness wind window windows winds wine winner winning winter wipe
    wiped wisdom wish wished wishes wishing with withdraw withdrawal withdrawing withdrawn withdrew
    withholding within without woman women wonder wondered wondering wood word worded wording words work
    worked worker workers workflow workflows workforce working workplace works workshop workshops world
    worlds worldwide worried worries worry worrying worse worst worth worthwhile would wounded wrap wrapped
    wrapping wraps wrestling write writedown writers writing written wrong wrote year yearend yearly years
    yellow yesterday yield yielded yielding yields york young your yours yourself youth zero zinc zone zones
    zoom
    """.split()
)
