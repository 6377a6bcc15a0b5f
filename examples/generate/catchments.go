package main

// The catchments of the eight, with the names of those years. Only Framtidsfylket (a county) and KOM Trainee have published where
// theirs ends; the others are the district that the programme is named after. Left out on purpose: Hornindal, which is a part of
// Volda in another county today; Nes and Bø, of which there were two each.
var (
	mjøsa = places{
		near: []share{{"Hamar", 26}, {"Ringsaker", 14}, {"Stange", 8}, {"Løten", 3}, {"Elverum", 9}, {"Lillehammer", 16}, {"Gjøvik", 14},
			{"Østre Toten", 4}, {"Vestre Toten", 3}, {"Gausdal", 2}, {"Øyer", 1}},
		far: []share{{"Oslo", 42}, {"Trondheim", 18}, {"Bergen", 8}, {"Bærum", 8}, {"Drammen", 6}, {"Kongsvinger", 6}, {"Ås", 6}, {"Stavanger", 6}},
	}
	romerike = places{
		near: []share{{"Skedsmo", 26}, {"Lørenskog", 18}, {"Ullensaker", 16}, {"Eidsvoll", 9}, {"Rælingen", 7}, {"Nittedal", 7}, {"Sørum", 6},
			{"Nannestad", 4}, {"Fet", 3}, {"Gjerdrum", 2}, {"Aurskog-Høland", 2}},
		far: []share{{"Oslo", 48}, {"Ås", 14}, {"Trondheim", 12}, {"Bærum", 10}, {"Drammen", 8}, {"Hamar", 8}},
	}
	sognOgFjordane = places{
		near: []share{{"Førde", 26}, {"Sogndal", 18}, {"Flora", 13}, {"Eid", 8}, {"Stryn", 7}, {"Gloppen", 6}, {"Vågsøy", 5}, {"Luster", 4},
			{"Høyanger", 4}, {"Leikanger", 4}, {"Årdal", 3}, {"Jølster", 2}},
		far: []share{{"Bergen", 50}, {"Oslo", 20}, {"Trondheim", 14}, {"Stavanger", 8}, {"Volda", 8}},
	}
	romsdal = places{
		near: []share{{"Molde", 54}, {"Fræna", 14}, {"Rauma", 12}, {"Vestnes", 8}, {"Aukra", 7}, {"Nesset", 3}, {"Midsund", 2}},
		far:  []share{{"Trondheim", 48}, {"Oslo", 16}, {"Bergen", 14}, {"Kristiansund", 10}, {"Stavanger", 6}, {"Ørsta", 6}},
	}
	innherred = places{
		near: []share{{"Steinkjer", 38}, {"Levanger", 28}, {"Verdal", 24}, {"Inderøy", 8}, {"Verran", 2}},
		far:  []share{{"Trondheim", 52}, {"Oslo", 16}, {"Stjørdal", 12}, {"Bergen", 8}, {"Namsos", 6}, {"Bodø", 6}},
	}
	namdalen = places{
		near: []share{{"Namsos", 50}, {"Overhalla", 14}, {"Grong", 12}, {"Vikna", 10}, {"Nærøy", 8}, {"Lierne", 3}, {"Flatanger", 3}},
		far:  []share{{"Trondheim", 54}, {"Oslo", 16}, {"Steinkjer", 14}, {"Bodø", 8}, {"Bergen", 8}},
	}
	salten = places{
		near: []share{{"Bodø", 68}, {"Fauske", 14}, {"Meløy", 8}, {"Saltdal", 5}, {"Steigen", 3}, {"Sørfold", 2}},
		far:  []share{{"Trondheim", 32}, {"Oslo", 24}, {"Tromsø", 22}, {"Bergen", 12}, {"Narvik", 10}},
	}
	lofotenOgVesterålen = places{
		near: []share{{"Vågan", 26}, {"Sortland", 24}, {"Vestvågøy", 22}, {"Hadsel", 14}, {"Andøy", 8}, {"Øksnes", 6}},
		far:  []share{{"Tromsø", 34}, {"Oslo", 22}, {"Trondheim", 20}, {"Bodø", 16}, {"Bergen", 8}},
	}
)
