"""Names that are known: places and their peoples, given names, surnames. Imported only where two names are in doubt.

Not gazetteers: only what is common enough in news that a name one letter from it may well be another name.
"""

from __future__ import annotations

# Countries, regions and cities, with the words for their people, language and things.
PLACES = frozenset(
    """
    afghan afghanistan afghans africa african africans ajax alabama alaska albania albanian albanians alberta
    aleppo alexandria algeria algerian algerians algiers america american americans americas amsterdam andorra
    angeles angels angola angolan angolans ankara antarctic antigua antwerp arab arabia arabian arabic arabs
    argentina argentine argentines argentinian argentinians arizona arkansas armenia armenian armenians arsenal
    aruba asia asian asians atalanta athens athletic athletics atlanta auckland austin australia australian
    australians austria austrian austrians azerbaijan azerbaijani azeri azeris baghdad bahamas bahrain bahraini
    baku bali balkan balkans baltic baltimore bamako bangkok bangladesh bangladeshi bangladeshis barbados
    barcelona barnsley basel basque basra bavaria bavarian beijing beirut belarus belarusian belfast belgian
    belgians belgium belgrade belize benfica bengal bengali benin berlin bermuda berne bhutan birmingham bogota
    bolivia bolivian bolivians bombay bonn bordeaux bosnia bosnian bosnians boston botswana brasil brasilia
    bratislava brazil brazilian brazilians bremen brisbane bristol britain british briton britons brunei brussels
    bucharest budapest buffalo bulgaria bulgarian bulgarians burkina burma burmese burnley burundi burundian cairo
    calcutta california californian cambodia cambodian cambodians cambridge cameroon cameroonian canada canadian
    canadians canberra cantonese caracas cardiff caribbean carolina castile catalan catalans catalonia catholic
    catholics caucasus cayman celtic chad chadian chechen chechens chechnya chelsea chennai chicago chile chilean
    chileans china chinese christian christianity christians christmas cincinnati cleveland cologne colombia
    colombian colombians colombo colorado columbia comoros congo congolese connecticut conoco copenhagen corsica
    corsican crete crimea crimean croat croatia croatian croatians croats cuba cuban cubans cypriot cypriots
    cyprus czech czechia czechoslovakia czechs dakar dakota dallas damascus dane danes danish darfur darwin
    delaware delhi democracy democrat democratic democrats denmark denver detroit deutsche deutschland dhaka
    djibouti doha dominica dominican dominicans dortmund dresden dubai dublin durban dutch ecuador ecuadorean
    ecuadoreans ecuadorian ecuadorians edinburgh egypt egyptian egyptians england english eritrea eritrean
    eritreans espana essex estonia estonian estonians ethiopia ethiopian ethiopians euronext europe european
    europeans eurostar eurostat eurozone everton exxon fiji fijian fijians filipino filipinos finland finn finnish
    finns florence florida france franco frankfurt french fulham gabon gabonese gambia gambian gambians gaza
    geneva genoa georgia georgian georgians german germans germany ghana ghanaian ghanaians gibraltar glasgow
    granada greece greek greeks greenland grenada guam guatemala guatemalan guatemalans guinea guinean guyana
    guyanese hague haiti haitian haitians halifax hamburg hanoi hanover harare havana hawaii hawaiian hebrew
    helsinki herat hindi hindu hindus hitachi holland honda honduran hondurans honduras hong houston hungarian
    hungarians hungary hyundai iceland icelander icelandic idaho idlib illinois india indian indiana indians
    indonesia indonesian indonesians inter iowa iran iranian iranians iraq iraqi iraqis ireland irish islam
    islamabad islamic islamist islamists israel israeli israelis israelite istanbul italia italian italians italy
    jakarta jamaica jamaican jamaicans japan japanese jerusalem jewish jews johannesburg jordan jordanian
    jordanians juventus kabul kampala kandahar kansas karachi kashmir kashmiri kathmandu kazakh kazakhs kazakhstan
    kent kentucky kenya kenyan kenyans khartoum kiev kigali kingston kinshasa korea korean koreans koreas kosovan
    kosovar kosovo krakow kremlin kuala kurd kurdish kurdistan kurds kuwait kuwaiti kuwaitis kyiv kyoto kyrgyz
    kyrgyzstan lagos lahore lancashire lao laos latin latino latinos latvia latvian latvians lazio lebanese
    lebanon leeds leicester leninist lesotho liberia liberian liberians libya libyan libyans liechtenstein lille
    lima lisbon lithuania lithuanian lithuanians liverpool london londoner louisiana luanda lumpur lusaka
    luxembourg lyon macau macedonia macedonian macedonians madagascar madrid maine malawi malawian malay malays
    malaysia malaysian malaysians maldives mali malian malians malta maltese manchester manila maoist maoists
    marxist marxists maryland massachusetts mauritania mauritanian mauritian mauritius mazda mecca medina
    melbourne memphis mexican mexicans mexico miami michigan milan minneapolis minnesota minsk mississippi
    missouri mobil mogadishu moldova moldovan moldovans monaco mongol mongolia mongolian mongolians montana
    montenegrin montenegro montreal moroccan moroccans morocco moscow mosul mozambican mozambique mumbai munich
    muslim muslims myanmar nairobi namibia namibian naples nauru nebraska nepal nepalese nepali netherlands nevada
    newcastle nicaragua nicaraguan nicaraguans nice niger nigeria nigerian nigerians nigerien nissan norfolk
    norman normandy norway norwegian norwegians nottingham oakland ohio oklahoma oman omani ontario oregon orleans
    orthodox oslo ottawa oxford pacific pakistan pakistani pakistanis palestine palestinian palestinians panama
    panamanian papua paraguay paraguayan paris parisian parisians pashtun pashtuns pennsylvania persia persian
    perth peru peruvian peruvians peshawar philadelphia philippine philippines phoenix pittsburgh poland pole
    poles polish portland porto portugal portuguese prague pretoria protestant prussia prussian punjab punjabi
    pyongyang qatar qatari qataris quebec queensland quito rabat ramallah rangers rangoon republican republicans
    riga riyadh rohingya roman romania romanian romanians romans rome rotterdam rouen russia russian russians
    rwanda rwandan rwandans sahara salvador salvadoran samoa samoan samsung santiago sarajevo sardinia saudi
    saudis saxony scotland scots scotsman scottish seattle senegal senegalese seoul serb serbia serbian serbians
    serbs seville seychelles shanghai sharia sheffield shia shiite shiites siberia siberian sicilian sicily
    siemens sierra sikh sikhs sinai singapore singaporean skopje slovak slovakia slovakian slovaks slovene
    slovenia slovenian sofia somali somalia somalian somalis southampton soviet soviets spain spaniard spaniards
    spanish sporting srinagar stockholm strasbourg stuttgart sudan sudanese suez suffolk sunni sunnis surinam
    suriname surrey sussex swaziland swede sweden swedes swedish swiss switzerland sydney syria syrian syrians
    tahiti taipei taiwan taiwanese tajik tajikistan tajiks taliban tallinn tamil tamils tanzania tanzanian
    tanzanians tasmania tatar tbilisi tehran tennessee texaco texan texans texas thai thailand thais tibet tibetan
    tibetans tigray tigrayan tikrit togo tokyo tonga toronto toulouse toyota trinidad tripoli trotskyist tunis
    tunisia tunisian tunisians turin turk turkey turkish turkmen turkmenistan turks tuvalu uganda ugandan ugandans
    ukraine ukrainian ukrainians ulster uruguay uruguayan utah utrecht uzbek uzbekistan uzbeks valencia vancouver
    vanuatu vatican venezuela venezuelan venezuelans venice vermont victoria vienna viennese vietnam vietnamese
    vilnius virginia wales warsaw washington welsh wisconsin wyoming yangon yemen yemeni yemenis yerevan york
    yorkshire yugoslav yugoslavia yugoslavs zagreb zaire zambia zambian zambians zanzibar zimbabwe zimbabwean
    zurich
    """.split()
)  # fmt: skip

GIVEN_NAMES = frozenset(
    """
    aaron abdel abdul abdulla abdullah abigail abraham adam adams adel adele adnan adrian adriana agnes ahmad
    ahmed aidan aisha akira alain alan albert alberto alec alejandro aleksander aleksandr alessandro alex
    alexander alexandra alexei alexis alfonso alfred alfredo alice alicia alison allan allen allison alvaro alvin
    amanda amber amelia amin amina amir amit amjad amy ana anatoly anders andre andrea andreas andrei andres
    andrew andrey andrzej andy angel angela angelo angus anita ann anna anne annette annie anthony antoine anton
    antonia antonio anwar april archie ariel arjun armando arnold arthur arturo ashley ashraf ashton audrey august
    austin axel ayesha aziz barack barbara barney barry bart bashar bashir beatrice beatrix becky belinda bella
    ben benedict benjamin bernard bernie bert beth betsy betty beverly bill billy bjorn blair blake bob bobby
    boris brad bradley brandon breanna brenda brendan brent bret brett brian bridget brigitte britney bruce bruno
    bryan bryce byron caitlin caleb calvin cameron camilla camille carey carl carla carlo carlos carmen carol
    carole carolina caroline carolyn carrie carter casey cathal catherine cathy cecil cecilia cedric celia cesar
    chad charlene charles charlie charlotte chelsea cheryl chloe chris christian christiane christina christine
    christoph christophe christopher chuck cindy claire clara clare clark claude claudia claudio clayton clement
    clifford clint clive cody colin colleen connie connor conor conrad constance cora corey corinne cornelius
    courtney craig cristian cristina curtis cynthia cyril dale damian damien damon dan dana daniel daniela daniele
    danielle danny daphne darren darryl daryl dave david dawn dean deborah debra deirdre delia denis denise dennis
    derek dermot desmond diana diane diego dieter dimitri dimitry dina dirk dmitri dmitry dmytro dolores dominic
    dominik dominique don donald donna dora doreen doris dorothy doug douglas duncan dustin dylan eamon earl eddie
    edgar edith edmond edmund eduardo edward edwin eileen elaine eleanor elena eli elias elijah elisabeth elise
    eliza elizabeth ella ellen elliot elliott elsa elton emerson emile emilia emilio emily emma emmanuel enrico
    enrique eric erica erich erik erika erin ernest ernesto ernst esteban esther ethan eugene eva evan eve evelyn
    evgeny fabian fabio fadi faisal farah fatima faye federico felicity felipe felix ferdinand fernando fiona
    florence frances francesca francesco francine francis francisco franco francois frank frankie franz fred
    freddie frederic frederick freya frida fritz gabriel gabriela gabriella gareth garry gary gavin gemma gene
    geoff geoffrey george georges georgia georgina gerald geraldine gerard gerardo gerhard germaine gianni gideon
    gilbert giles gillian gina giorgio giovanni giulia giuseppe gladys glen glenn gloria gordon grace graeme
    graham grant greg gregor gregory greta guido guillermo gunter gustav gustavo guy gwen hakan hakim hamid hamza
    hana hank hanna hannah hans harold harriet harris harrison harry harvey hasan hashim hassan heather hector
    heidi helen helena helene helmut henri henrik henry herbert herman hilary hillary hiroshi holly horst howard
    hubert hugh hugo humphrey hussain hussein ian ibrahim ida ignacio igor ilya imran ines ingrid ira irene irina
    iris irving isaac isabel isabella isabelle isaiah ismail ivan ivana ivor jack jackie jackson jacob jacques
    jade jaime jake jamal james jamie jamil jan jana jane janet janice jared jasmine jason javier jay jean
    jeanette jeanne jeff jeffery jeffrey jenna jennifer jenny jens jeremy jerome jerry jess jesse jessica jesus
    jill jim jimmy joan joanna joanne joao joaquin jochen jody joe joel johan johann johannes john johnny jon
    jonah jonas jonathan jordan jorge jose josef joseph josh joshua josie joy joyce juan juana juanita judith judy
    julia julian juliana julie julien juliet julio julius june jurgen justin justine kamal kamil karen karim karin
    karl karla kate katherine kathleen kathryn kathy katie katrina katy kay keith kelly kelsey ken kenji kenneth
    kenny kerry kevin khaled khalid khalil kieran kim kimberly kirk kirsten klaus kofi konrad kristen kristin
    kristina kristine kumar kurt kyle lance lars laura lauren laurence laurent laurie lawrence lawson leah lee
    leigh leila lena leo leon leonard leonardo leroy lesley leslie lester lewis liam lillian lily linda lindsay
    lindsey lionel lisa liz lloyd lois lola lorenzo loretta lorraine louis louisa louise luc luca lucas lucia
    luciano lucien lucy ludwig luis luisa luiz luka lukas luke luther lydia lyle lyn lynda lynn lynne mabel maddie
    madeleine madeline maggie mahmood mahmoud malcolm malik manfred manuel marc marcel marcello marcelo marcia
    marco marcos marcus margaret margarita margot maria mariam marian mariana marianne mariano marie marilyn
    marina mario marion marissa marjorie mark markus marlene marlon marta martha martin martina marvin mary mason
    massimo matej mateo mathew mathias mathieu matt matteo matthew matthias matthieu maud maureen maurice mauricio
    mauro max maxim maxime maxwell maya megan meghan mehdi mehmet melanie melinda melissa melvin mercedes meredith
    michael michel michele michelle miguel mikael mike mikhail mila milan miles millie milo milton mina miranda
    miriam mitch mitchell mohamad mohamed mohammad mohammed mohamud moira molly mona monica monika monique morgan
    moses moshe mostafa muhammad muhammed murray mustafa myra nabil nadia nadine nancy naomi natalia natalie
    natasha nathan nathaniel neal ned neil nelson nicholas nick nicola nicolas nicole nicolo nigel nikita nikki
    nikolai nikolas nikolay nina noel nora norma norman olaf oleg olga oliver olivia olivier omar omer orlando
    oscar oskar osman otto owen pablo paddy pamela paola paolo pascal pat patricia patrick patrik paul paula
    pauline paulo pavel pedro peggy penny pete peter petra phil philip philippa philippe phillip phoebe phyllis
    pierre piers pietro polly priscilla rachel rafael rafaela rahul rajiv ralph ramon ramona randall randy ranjit
    raoul raphael raquel rashid raul ravi ray raymond rebecca reginald reinhard renata rene renee reuben rex rhys
    ricardo richard rick ricky rita rob robbie robert roberta roberto robin rochelle rod roderick rodney rodolfo
    rodrigo roger roland rolf roman romeo ron ronald ronaldo ronan ronnie rory rosa rosalind rosario rose roseanne
    rosemary rosie ross rowan roxanne roy ruben rudolf rudolph rudy rufus rupert russ russel russell ruth ryan
    sabine sabrina sadie saeed said salah saleh salem sally salman salvador salvatore sam samantha samir samira
    samuel sana sandra sandy sanjay santiago sara sarah sasha saul scott sean sebastian selena selma serena serge
    sergei sergey sergio seth shane shannon sharon shaun shaw shawn sheila shelley shelly sherman shirley sidney
    siegfried silvia simon simone sofia sonia sophia sophie soren spencer stacey stan stanley stefan stefanie
    stefano stella stephan stephane stephanie stephen steve steven stewart stuart sue suleiman sultan suresh susan
    susanna susanne suzanne sven svetlana sydney sylvester sylvia sylvie tamara tammy tania tanya tara tariq
    tatiana tatyana ted teddy terence teresa terrence terri terry thelma theo theodor theodore theresa therese
    thierry thomas tia tim timothy tina tobias toby todd tom tomas tommaso tommy toni tony tracey tracy travis
    trevor tristan tyler uri ursula usman valentin valentina valeria valerie vanessa vera vernon veronica victor
    victoria vikram viktor vincent vincenzo viola violet virginia vitaly vivian viviana vivien vladimir volodymyr
    wade wael walter wanda warren wayne wendy werner wilfred wilhelm will william willie willis wilma winston wolf
    wolfgang xavier yann yasmin yasser yolanda yousef youssef yuri yusuf yves yvette yvonne zac zach zachary zahra
    zainab zoe zoltan
    """.split()
)  # fmt: skip

SURNAMES = frozenset(
    """
    abbott ackerman adams adler aguilar ahmadi ahmadzai alexander allan allen alvarez andersen anderson andersson
    andrews archer armstrong arnold arthur ashton atkins atkinson austin avery bailey baker baldwin ball ballard
    banks barber barker barlow barnes barnett barr barrera barrett barron barry bartlett barton bass bates bauer
    baxter beck becker bell bender bennett benson benton berg berger bernard berry best bird bishop black
    blackburn blair blake bloom bolton bond booth bowen bowers bowman boyd boyle bradford bradley bradshaw brady
    branch brandt braun brennan briggs brock brooks brown browne browning bruce bryan bryant buck buckley burgess
    burke burnett burnham burns burton bush butcher butler byrd byrne calderon caldwell callahan cameron campbell
    cannon cantor cardenas carey carlson carlsson carney carpenter carr carroll carson carter cartwright casey
    castillo castro chambers chan chandler chang chapman charles chase chavez chen cheng cho chu church clark
    clarke clay clayton clements cline cobb cohen cole coleman collier collins conley conner connolly connor
    conrad conway cook cooke cooper copeland cortes cortez costa cox craig crane crawford crosby cross cruz
    cummings cunningham curry curtis dalton daly daniel daniels davenport davey david davidson davies davis
    davison dawson day deal dean decker delaney delgado dennis diaz dickson dixon dodd doherty donaldson donnelly
    donovan dougherty douglas downs doyle drake duffy duke duncan dunlap dunn duran durham dyer eaton edmonds
    edwards elliott ellis ellison emerson english erickson ericsson espinoza estrada evans everett ewing farley
    farmer farrell faulkner ferguson fernandes fernandez fields finley fischer fisher fitzgerald fitzpatrick
    fleming fletcher flores flowers floyd flynn foley forbes ford foreman forster foster fowler fox francis franco
    frank franklin fraser frazier freeman french frost fry fuller gallagher gallegos galloway garcia gardener
    gardiner gardner garner garrett garrison gates george gibbons gibbs gibson gilbert giles gill gilmore glass
    gleason glenn glover goldberg goldman goldstein goldstone gomes gomez gonzales gonzalez goodman goodwin gordon
    gould grace graham grant graves gray green greene greenwood greer gregory grey griffin griffith griffiths
    grimes gross guerra guerrero gupta guthrie gutierrez guzman hahn hale haley hall hamad hamid hamilton hammond
    hampton hancock hansen hanson hardin harding hardy harmon harper harrington harris harrison hart hartley
    hartman harvey hasan hassan hastings hatfield hawkins hayes haynes heath hebert henderson hendricks hendrix
    henry henson herman hernandez herrera herring hess hester hewitt hickman hicks higgins hill hines hobbs hodge
    hodges hoffman hoffmann hogan holden holder holland holloway holmes holt hood hooper hoover hopkins hopper
    horn horne horton hosseini house houston howard howe howell hu huang hubbard huber hudson huff huffman hughes
    hull humphrey humphreys hunt hunter hurley hurst husseini huston hutchinson hutson hutton hyde ingram irving
    jackson jacobs jacobsen jacobson james janssen jarvis jefferson jenkins jennings jensen jimenez johannson
    johansen johansson johns johnson johnston johnstone jones jordan joseph joyce juarez kane kaplan karim kaufman
    kay keller kelley kelly kemp kennedy kent kerr key khan kim king kirby kirk klein kline knapp knight knox koch
    kramer kumar lamb lambert lane lang lange larsen larson larsson lawrence lawson lawton le leach leblanc lee
    leon leonard lester levin levine levy lewin lewis li lin lindsay lindsey little liu livingston livingstone
    lloyd logan long lopes lopez love lowe lowery lu lucas luna lynch lynn lyon lyons macdonald mack mackay
    mackenzie macleod madden maddox mahoney maldonado malone mann manning marks marquez marsh marshall martin
    martinez martins mason massey matheson mathews mathis matthews maxwell may mayer maynard mayo mccall mccann
    mccarthy mcclure mcconnell mccormack mccormick mccoy mccullough mcdaniel mcdonald mcdowell mcgee mcgrath
    mcgregor mcguire mcintosh mcintyre mckay mckee mckenna mckenzie mckinney mclaughlin mclean mcleod mcmahon
    mcmillan mcneil mcpherson meadows medina mejia melendez melton mendes mendez mendoza mercado mercer merrill
    merritt metcalfe meyer meyers michael middleton miles miller mills miranda mitchell molina monaghan monroe
    montes montgomery moody moon mooney moore mora morales moran moreno morgan morris morrison morrow morse morton
    moses moss mueller mullen mullins munoz murphy murray myers nash neal neill nelson newman newton nguyen
    nichols nicholson nielsen nixon noble nolan norman norris norton novak nunez obrien ochoa oconnor odom
    odonnell oliver olsen olson oneal oneill ortega ortiz osborn osborne owen owens pace pacheco padilla page
    palmer park parker parks parrish parry parsons patel paterson patrick patterson patton paul payne pearce
    pearson peck pena perez perkins perry person peters petersen peterson petty phelps philips phillips pickett
    pierce pittman pitts pollard poole pope porter potter potts powell powers pratt preston price prince proctor
    pruitt pugh quinn rahim rahman ramirez ramos ramsay ramsey randall randolph rasmussen ray reagan reed reese
    reeves regan reid reilly reyes reynolds rhodes rice rich richards richardson richmond riddle riggs riley rios
    ritter rivas rivera rivers roach robbins roberts robertson robinson robles robson rocha rodgers rodrigues
    rodriguez rogers rojas roman romero rosa rosales rosario rose rosen rosenberg ross roth rowe rowland roy rubio
    ruiz rush russell russo ryan salas salazar salinas sampson sanchez sanders sanderson sandoval sanford santana
    santiago santos saunders savage sawyer schaefer schmidt schmitt schneider schroeder schultz schulz schumacher
    schuster schwartz schwarz scott sears sellers serrano sexton shaffer shannon sharif sharifi sharma sharp
    sharpe shaw shelton shepard shepherd sheppard sherman shields short silva simmons simon simons simpson sims
    sinclair singer singh singleton skinner slater sloan small smith smyth snow snyder solis solomon sosa soto
    sparks spears spence spencer stafford stanley stanton steel steele stein stephens stephenson stevens stevenson
    stewart stokes stone stout strickland strong stuart suarez sullivan summers sutherland sutton swanson sweeney
    sykes tanner tate taylor terrell terry thomas thompson thomsen thomson thorn thorne thornton todd torres
    townsend tran travis trevino trujillo tucker turner tyler underwood valdes valdez valentine vance vargas
    vasquez vaughan vaughn vazquez vega velasquez velez villa villarreal wade wagner walker wall wallace waller
    walls walsh walter walters walton wang ward ware warner warren washington waters watkins watson watt watts
    weaver webb weber webster weeks weiss welch wells werner west whalen wheeler whitaker white whitehead whitney
    wiggins wilcox wilder wiley wilkerson wilkins wilkinson willard williams williamson willis wilson winkler
    winter winters wise wolf wolfe wong wood woodard woods woodward wooten wright wu wyatt xu yang yates york
    young yu zamora zhang zhao zhou zhu zimmerman zuniga
    """.split()
)  # fmt: skip

CALENDAR = frozenset(
    """
    april august december easter february friday fridays january july june march may monday mondays november
    october ramadan saturday saturdays september sunday sundays thursday thursdays tuesday tuesdays wednesday
    wednesdays
    """.split()
)
