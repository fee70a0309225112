%%% person grace grace@harbour.example Grace Okafor
%%% person ada ada@harbour.example Ada Marchetti
%%% person tomas tomas@harbour.example Tomás Rivera
%%% person yuki yuki@harbour.example Yuki Tanabe
%%% person henrik henrik@harbour.example Henrik Solberg
%%% person mirela mirela@harbour.example Mirela Dobre
%%% person priya priya@harbour.example Priya Nair
%%% person noor noor@harbour.example Noor Haddad
%%% template grace -60d release-team 2 main henrik tomas priya noor grace
Two people of the release team look at everything that reaches main.
%%% template grace -60d security 1 main mirela yuki
One person who knows the threat model signs off.
%%% template grace -58d one-reviewer 1 main grace ada tomas yuki henrik mirela priya noor
Anybody but the author.
