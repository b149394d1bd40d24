/**
 * What people make passwords of first: words, names, keyboard runs and years that head every guesser's list. A password
 * put together from nothing but these and a few digits is guessed at once, however long it is.
 */
export const commonPieces: ReadonlySet<string> = new Set(
  `
password passwort passw0rd passwd pass word secret secrets letmein letme welcome willkommen bienvenue bonjour salut hello
hallo hola admin administrator administrateur root user username guest test tester testing demo sample example changeme
change default temp temporary login logon signin access account portal office home work company business service support
manager master boss chief server system network internet online mobile phone telephone computer laptop windows apple
google microsoft amazon facebook youtube instagram twitter linkedin yahoo gmail hotmail outlook samsung iphone android
qwerty qwertz azerty qwert asdf asdfgh asdfghjkl zxcv zxcvbn zxcvbnm uiop hjkl bnm yxcv wasd qazwsx edcrfv tgbyhn
qweasd qweasdzxc abc abcd abcde abcdef abcdefg abcdefgh xyz wxyz aaa bbb ccc xxx yyy zzz iii ooo
iloveyou loveyou love lover lovely loveme iloveu youandme forever always angel angels baby babygirl babyboy sweet
sweetie sweetheart honey princess prince king queen princesse chouchou chocolat doudou amour jetaime jtm moncoeur coeur
soleil etoile papillon chaton chien chat maison famille maman papa monique nicolas camille marseille montreal quebec
toronto vancouver calgary ottawa sydney melbourne brisbane london paris berlin canada australia france america england
football soccer hockey baseball basketball cricket rugby tennis golf hunter hunting fishing racing runner player gamer
liverpool arsenal chelsea barcelona realmadrid juventus canadiens leafs yankees lakers cowboys steelers eagles patriots
dragon monkey tiger lion panther eagle falcon horse kitty kitten cat cats dog dogs puppy bear wolf shark snake bunny
rabbit turtle dolphin butterfly unicorn phoenix pokemon pikachu batman superman spiderman ironman starwars startrek
matrix ninja samurai warrior wizard shadow ghost killer hacker legend magic merlin gandalf hobbit frodo harrypotter
michael michelle jennifer jessica ashley amanda daniel david robert richard thomas charles william james john joseph
andrew anthony matthew jordan joshua justin brandon nicole melissa stephanie elizabeth samantha alexander alexandre
alex charlie max oscar jack sophie emma olivia maria marie anna laura sarah hannah chloe lucas louis george peter paul
mark martin steven kevin brian jason eric oliver harry henry sam ben tom joe bob sue kim lee amy dan
summer winter spring autumn fall ete hiver printemps automne january february march april may june july august
september october november december janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre
monday tuesday wednesday thursday friday saturday sunday lundi mardi mercredi jeudi vendredi samedi dimanche
today tomorrow christmas noel easter halloween birthday holiday vacation vacances party happy lucky smile sunshine
sunny rainbow flower flowers rose rosebud lily daisy orange banana cherry apples strawberry peanut pepper ginger
cookie coffee chocolate cheese pizza chicken candy sugar cupcake muffin butter whisky guinness beer money dollar
silver golden gold diamond ruby crystal purple yellow black white green blue red pink grey
freedom liberty peace trust trustno faith heaven jesus christ church blessed god amen spirit hope
music guitar piano metallica nirvana slipknot eminem beatles elvis madonna rock hiphop disney mickey minnie
donald garfield snoopy simpson homer scooby bond porsche ferrari mercedes corvette mustang camaro harley yamaha honda
toyota bmw audi ford chevy truck car cars driver fuck fucker fuckyou fuckoff shit bitch asshole sexy sex pussy merde
is my the and for you your yours mine me i a u we our it in on to of at be an le la les un une de du des et est mon ma
mes ton ta moi toi je tu
`
    .trim()
    .split(/\s+/),
)
