// Written by `tests/build/macros.py . --write`. Takes away macros that have names of
// ours: see macros_begin.hpp.
#ifdef A
#define OAIWIRE_HELD_A
#pragma push_macro("A")
#undef A
#endif
#ifdef Act
#define OAIWIRE_HELD_Act
#pragma push_macro("Act")
#undef Act
#endif
#ifdef Alternatives
#define OAIWIRE_HELD_Alternatives
#pragma push_macro("Alternatives")
#undef Alternatives
#endif
#ifdef Annotation
#define OAIWIRE_HELD_Annotation
#pragma push_macro("Annotation")
#undef Annotation
#endif
#ifdef Answer
#define OAIWIRE_HELD_Answer
#pragma push_macro("Answer")
#undef Answer
#endif
#ifdef Args
#define OAIWIRE_HELD_Args
#pragma push_macro("Args")
#undef Args
#endif
#ifdef Array
#define OAIWIRE_HELD_Array
#pragma push_macro("Array")
#undef Array
#endif
#ifdef B
#define OAIWIRE_HELD_B
#pragma push_macro("B")
#undef B
#endif
#ifdef B8
#define OAIWIRE_HELD_B8
#pragma push_macro("B8")
#undef B8
#endif
#ifdef Base
#define OAIWIRE_HELD_Base
#pragma push_macro("Base")
#undef Base
#endif
#ifdef Batch
#define OAIWIRE_HELD_Batch
#pragma push_macro("Batch")
#undef Batch
#endif
#ifdef Bits
#define OAIWIRE_HELD_Bits
#pragma push_macro("Bits")
#undef Bits
#endif
#ifdef Body
#define OAIWIRE_HELD_Body
#pragma push_macro("Body")
#undef Body
#endif
#ifdef Box
#define OAIWIRE_HELD_Box
#pragma push_macro("Box")
#undef Box
#endif
#ifdef Bytes
#define OAIWIRE_HELD_Bytes
#pragma push_macro("Bytes")
#undef Bytes
#endif
#ifdef C
#define OAIWIRE_HELD_C
#pragma push_macro("C")
#undef C
#endif
#ifdef Call
#define OAIWIRE_HELD_Call
#pragma push_macro("Call")
#undef Call
#endif
#ifdef Calls
#define OAIWIRE_HELD_Calls
#pragma push_macro("Calls")
#undef Calls
#endif
#ifdef Choice
#define OAIWIRE_HELD_Choice
#pragma push_macro("Choice")
#undef Choice
#endif
#ifdef Chunk
#define OAIWIRE_HELD_Chunk
#pragma push_macro("Chunk")
#undef Chunk
#endif
#ifdef Client
#define OAIWIRE_HELD_Client
#pragma push_macro("Client")
#undef Client
#endif
#ifdef Clock
#define OAIWIRE_HELD_Clock
#pragma push_macro("Clock")
#undef Clock
#endif
#ifdef Code
#define OAIWIRE_HELD_Code
#pragma push_macro("Code")
#undef Code
#endif
#ifdef Completion
#define OAIWIRE_HELD_Completion
#pragma push_macro("Completion")
#undef Completion
#endif
#ifdef Connection
#define OAIWIRE_HELD_Connection
#pragma push_macro("Connection")
#undef Connection
#endif
#ifdef Context
#define OAIWIRE_HELD_Context
#pragma push_macro("Context")
#undef Context
#endif
#ifdef Conversation
#define OAIWIRE_HELD_Conversation
#pragma push_macro("Conversation")
#undef Conversation
#endif
#ifdef Count
#define OAIWIRE_HELD_Count
#pragma push_macro("Count")
#undef Count
#endif
#ifdef Crypto
#define OAIWIRE_HELD_Crypto
#pragma push_macro("Crypto")
#undef Crypto
#endif
#ifdef DWORD
#define OAIWIRE_HELD_DWORD
#pragma push_macro("DWORD")
#undef DWORD
#endif
#ifdef Decision
#define OAIWIRE_HELD_Decision
#pragma push_macro("Decision")
#undef Decision
#endif
#ifdef Delta
#define OAIWIRE_HELD_Delta
#pragma push_macro("Delta")
#undef Delta
#endif
#ifdef Derived
#define OAIWIRE_HELD_Derived
#pragma push_macro("Derived")
#undef Derived
#endif
#ifdef Details
#define OAIWIRE_HELD_Details
#pragma push_macro("Details")
#undef Details
#endif
#ifdef Done
#define OAIWIRE_HELD_Done
#pragma push_macro("Done")
#undef Done
#endif
#ifdef Due
#define OAIWIRE_HELD_Due
#pragma push_macro("Due")
#undef Due
#endif
#ifdef Duplex
#define OAIWIRE_HELD_Duplex
#pragma push_macro("Duplex")
#undef Duplex
#endif
#ifdef E
#define OAIWIRE_HELD_E
#pragma push_macro("E")
#undef E
#endif
#ifdef ELAST
#define OAIWIRE_HELD_ELAST
#pragma push_macro("ELAST")
#undef ELAST
#endif
#ifdef EPOLLERR
#define OAIWIRE_HELD_EPOLLERR
#pragma push_macro("EPOLLERR")
#undef EPOLLERR
#endif
#ifdef EPOLLHUP
#define OAIWIRE_HELD_EPOLLHUP
#pragma push_macro("EPOLLHUP")
#undef EPOLLHUP
#endif
#ifdef EPOLLIN
#define OAIWIRE_HELD_EPOLLIN
#pragma push_macro("EPOLLIN")
#undef EPOLLIN
#endif
#ifdef EPOLLOUT
#define OAIWIRE_HELD_EPOLLOUT
#pragma push_macro("EPOLLOUT")
#undef EPOLLOUT
#endif
#ifdef Embedding
#define OAIWIRE_HELD_Embedding
#pragma push_macro("Embedding")
#undef Embedding
#endif
#ifdef Endpoints
#define OAIWIRE_HELD_Endpoints
#pragma push_macro("Endpoints")
#undef Endpoints
#endif
#ifdef Enum
#define OAIWIRE_HELD_Enum
#pragma push_macro("Enum")
#undef Enum
#endif
#ifdef Error
#define OAIWIRE_HELD_Error
#pragma push_macro("Error")
#undef Error
#endif
#ifdef Eval
#define OAIWIRE_HELD_Eval
#pragma push_macro("Eval")
#undef Eval
#endif
#ifdef Event
#define OAIWIRE_HELD_Event
#pragma push_macro("Event")
#undef Event
#endif
#ifdef Exchange
#define OAIWIRE_HELD_Exchange
#pragma push_macro("Exchange")
#undef Exchange
#endif
#ifdef F
#define OAIWIRE_HELD_F
#pragma push_macro("F")
#undef F
#endif
#ifdef Field
#define OAIWIRE_HELD_Field
#pragma push_macro("Field")
#undef Field
#endif
#ifdef File
#define OAIWIRE_HELD_File
#pragma push_macro("File")
#undef File
#endif
#ifdef Fill
#define OAIWIRE_HELD_Fill
#pragma push_macro("Fill")
#undef Fill
#endif
#ifdef First
#define OAIWIRE_HELD_First
#pragma push_macro("First")
#undef First
#endif
#ifdef From
#define OAIWIRE_HELD_From
#pragma push_macro("From")
#undef From
#endif
#ifdef Grader
#define OAIWIRE_HELD_Grader
#pragma push_macro("Grader")
#undef Grader
#endif
#ifdef Graders
#define OAIWIRE_HELD_Graders
#pragma push_macro("Graders")
#undef Graders
#endif
#ifdef Grammar
#define OAIWIRE_HELD_Grammar
#pragma push_macro("Grammar")
#undef Grammar
#endif
#ifdef H
#define OAIWIRE_HELD_H
#pragma push_macro("H")
#undef H
#endif
#ifdef HINTERNET
#define OAIWIRE_HELD_HINTERNET
#pragma push_macro("HINTERNET")
#undef HINTERNET
#endif
#ifdef HMODULE
#define OAIWIRE_HELD_HMODULE
#pragma push_macro("HMODULE")
#undef HMODULE
#endif
#ifdef Handle
#define OAIWIRE_HELD_Handle
#pragma push_macro("Handle")
#undef Handle
#endif
#ifdef Handler
#define OAIWIRE_HELD_Handler
#pragma push_macro("Handler")
#undef Handler
#endif
#ifdef High
#define OAIWIRE_HELD_High
#pragma push_macro("High")
#undef High
#endif
#ifdef Http
#define OAIWIRE_HELD_Http
#pragma push_macro("Http")
#undef Http
#endif
#ifdef Hyperparameters
#define OAIWIRE_HELD_Hyperparameters
#pragma push_macro("Hyperparameters")
#undef Hyperparameters
#endif
#ifdef I
#define OAIWIRE_HELD_I
#pragma push_macro("I")
#undef I
#endif
#ifdef Image
#define OAIWIRE_HELD_Image
#pragma push_macro("Image")
#undef Image
#endif
#ifdef Indices
#define OAIWIRE_HELD_Indices
#pragma push_macro("Indices")
#undef Indices
#endif
#ifdef Integer
#define OAIWIRE_HELD_Integer
#pragma push_macro("Integer")
#undef Integer
#endif
#ifdef Item
#define OAIWIRE_HELD_Item
#pragma push_macro("Item")
#undef Item
#endif
#ifdef Items
#define OAIWIRE_HELD_Items
#pragma push_macro("Items")
#undef Items
#endif
#ifdef J
#define OAIWIRE_HELD_J
#pragma push_macro("J")
#undef J
#endif
#ifdef K
#define OAIWIRE_HELD_K
#pragma push_macro("K")
#undef K
#endif
#ifdef L
#define OAIWIRE_HELD_L
#pragma push_macro("L")
#undef L
#endif
#ifdef LPVOID
#define OAIWIRE_HELD_LPVOID
#pragma push_macro("LPVOID")
#undef LPVOID
#endif
#ifdef Lazy
#define OAIWIRE_HELD_Lazy
#pragma push_macro("Lazy")
#undef Lazy
#endif
#ifdef List
#define OAIWIRE_HELD_List
#pragma push_macro("List")
#undef List
#endif
#ifdef Listing
#define OAIWIRE_HELD_Listing
#pragma push_macro("Listing")
#undef Listing
#endif
#ifdef Logprob
#define OAIWIRE_HELD_Logprob
#pragma push_macro("Logprob")
#undef Logprob
#endif
#ifdef Logprobs
#define OAIWIRE_HELD_Logprobs
#pragma push_macro("Logprobs")
#undef Logprobs
#endif
#ifdef Lookup
#define OAIWIRE_HELD_Lookup
#pragma push_macro("Lookup")
#undef Lookup
#endif
#ifdef Low
#define OAIWIRE_HELD_Low
#pragma push_macro("Low")
#undef Low
#endif
#ifdef M
#define OAIWIRE_HELD_M
#pragma push_macro("M")
#undef M
#endif
#ifdef Map
#define OAIWIRE_HELD_Map
#pragma push_macro("Map")
#undef Map
#endif
#ifdef Member
#define OAIWIRE_HELD_Member
#pragma push_macro("Member")
#undef Member
#endif
#ifdef Members
#define OAIWIRE_HELD_Members
#pragma push_macro("Members")
#undef Members
#endif
#ifdef Message
#define OAIWIRE_HELD_Message
#pragma push_macro("Message")
#undef Message
#endif
#ifdef Messages
#define OAIWIRE_HELD_Messages
#pragma push_macro("Messages")
#undef Messages
#endif
#ifdef Misalignment
#define OAIWIRE_HELD_Misalignment
#pragma push_macro("Misalignment")
#undef Misalignment
#endif
#ifdef Modality
#define OAIWIRE_HELD_Modality
#pragma push_macro("Modality")
#undef Modality
#endif
#ifdef Model
#define OAIWIRE_HELD_Model
#pragma push_macro("Model")
#undef Model
#endif
#ifdef Most
#define OAIWIRE_HELD_Most
#pragma push_macro("Most")
#undef Most
#endif
#ifdef N
#define OAIWIRE_HELD_N
#pragma push_macro("N")
#undef N
#endif
#ifdef N8
#define OAIWIRE_HELD_N8
#pragma push_macro("N8")
#undef N8
#endif
#ifdef NOMINMAX
#define OAIWIRE_HELD_NOMINMAX
#pragma push_macro("NOMINMAX")
#undef NOMINMAX
#endif
#ifdef Name
#define OAIWIRE_HELD_Name
#pragma push_macro("Name")
#undef Name
#endif
#ifdef Named
#define OAIWIRE_HELD_Named
#pragma push_macro("Named")
#undef Named
#endif
#ifdef Object
#define OAIWIRE_HELD_Object
#pragma push_macro("Object")
#undef Object
#endif
#ifdef Of
#define OAIWIRE_HELD_Of
#pragma push_macro("Of")
#undef Of
#endif
#ifdef Open
#define OAIWIRE_HELD_Open
#pragma push_macro("Open")
#undef Open
#endif
#ifdef Opener
#define OAIWIRE_HELD_Opener
#pragma push_macro("Opener")
#undef Opener
#endif
#ifdef Options
#define OAIWIRE_HELD_Options
#pragma push_macro("Options")
#undef Options
#endif
#ifdef Otherwise
#define OAIWIRE_HELD_Otherwise
#pragma push_macro("Otherwise")
#undef Otherwise
#endif
#ifdef Output
#define OAIWIRE_HELD_Output
#pragma push_macro("Output")
#undef Output
#endif
#ifdef Page
#define OAIWIRE_HELD_Page
#pragma push_macro("Page")
#undef Page
#endif
#ifdef Pair
#define OAIWIRE_HELD_Pair
#pragma push_macro("Pair")
#undef Pair
#endif
#ifdef Part
#define OAIWIRE_HELD_Part
#pragma push_macro("Part")
#undef Part
#endif
#ifdef Parts
#define OAIWIRE_HELD_Parts
#pragma push_macro("Parts")
#undef Parts
#endif
#ifdef Place
#define OAIWIRE_HELD_Place
#pragma push_macro("Place")
#undef Place
#endif
#ifdef Pointer
#define OAIWIRE_HELD_Pointer
#pragma push_macro("Pointer")
#undef Pointer
#endif
#ifdef Pointers
#define OAIWIRE_HELD_Pointers
#pragma push_macro("Pointers")
#undef Pointers
#endif
#ifdef Polled
#define OAIWIRE_HELD_Polled
#pragma push_macro("Polled")
#undef Polled
#endif
#ifdef Pulled
#define OAIWIRE_HELD_Pulled
#pragma push_macro("Pulled")
#undef Pulled
#endif
#ifdef R
#define OAIWIRE_HELD_R
#pragma push_macro("R")
#undef R
#endif
#ifdef Read
#define OAIWIRE_HELD_Read
#pragma push_macro("Read")
#undef Read
#endif
#ifdef Ready
#define OAIWIRE_HELD_Ready
#pragma push_macro("Ready")
#undef Ready
#endif
#ifdef Real
#define OAIWIRE_HELD_Real
#pragma push_macro("Real")
#undef Real
#endif
#ifdef Reasoning
#define OAIWIRE_HELD_Reasoning
#pragma push_macro("Reasoning")
#undef Reasoning
#endif
#ifdef Request
#define OAIWIRE_HELD_Request
#pragma push_macro("Request")
#undef Request
#endif
#ifdef Response
#define OAIWIRE_HELD_Response
#pragma push_macro("Response")
#undef Response
#endif
#ifdef Rest
#define OAIWIRE_HELD_Rest
#pragma push_macro("Rest")
#undef Rest
#endif
#ifdef Results
#define OAIWIRE_HELD_Results
#pragma push_macro("Results")
#undef Results
#endif
#ifdef Role
#define OAIWIRE_HELD_Role
#pragma push_macro("Role")
#undef Role
#endif
#ifdef Row
#define OAIWIRE_HELD_Row
#pragma push_macro("Row")
#undef Row
#endif
#ifdef S
#define OAIWIRE_HELD_S
#pragma push_macro("S")
#undef S
#endif
#ifdef SOCKET
#define OAIWIRE_HELD_SOCKET
#pragma push_macro("SOCKET")
#undef SOCKET
#endif
#ifdef Said
#define OAIWIRE_HELD_Said
#pragma push_macro("Said")
#undef Said
#endif
#ifdef Send
#define OAIWIRE_HELD_Send
#pragma push_macro("Send")
#undef Send
#endif
#ifdef Session
#define OAIWIRE_HELD_Session
#pragma push_macro("Session")
#undef Session
#endif
#ifdef Signature
#define OAIWIRE_HELD_Signature
#pragma push_macro("Signature")
#undef Signature
#endif
#ifdef Size
#define OAIWIRE_HELD_Size
#pragma push_macro("Size")
#undef Size
#endif
#ifdef Skill
#define OAIWIRE_HELD_Skill
#pragma push_macro("Skill")
#undef Skill
#endif
#ifdef Speech
#define OAIWIRE_HELD_Speech
#pragma push_macro("Speech")
#undef Speech
#endif
#ifdef Start
#define OAIWIRE_HELD_Start
#pragma push_macro("Start")
#undef Start
#endif
#ifdef State
#define OAIWIRE_HELD_State
#pragma push_macro("State")
#undef State
#endif
#ifdef Step
#define OAIWIRE_HELD_Step
#pragma push_macro("Step")
#undef Step
#endif
#ifdef Stop
#define OAIWIRE_HELD_Stop
#pragma push_macro("Stop")
#undef Stop
#endif
#ifdef Stream
#define OAIWIRE_HELD_Stream
#pragma push_macro("Stream")
#undef Stream
#endif
#ifdef Strict
#define OAIWIRE_HELD_Strict
#pragma push_macro("Strict")
#undef Strict
#endif
#ifdef String
#define OAIWIRE_HELD_String
#pragma push_macro("String")
#undef String
#endif
#ifdef Struct
#define OAIWIRE_HELD_Struct
#pragma push_macro("Struct")
#undef Struct
#endif
#ifdef Success
#define OAIWIRE_HELD_Success
#pragma push_macro("Success")
#undef Success
#endif
#ifdef T
#define OAIWIRE_HELD_T
#pragma push_macro("T")
#undef T
#endif
#ifdef TAKES
#define OAIWIRE_HELD_TAKES
#pragma push_macro("TAKES")
#undef TAKES
#endif
#ifdef Tail
#define OAIWIRE_HELD_Tail
#pragma push_macro("Tail")
#undef Tail
#endif
#ifdef Text
#define OAIWIRE_HELD_Text
#pragma push_macro("Text")
#undef Text
#endif
#ifdef Timing
#define OAIWIRE_HELD_Timing
#pragma push_macro("Timing")
#undef Timing
#endif
#ifdef To
#define OAIWIRE_HELD_To
#pragma push_macro("To")
#undef To
#endif
#ifdef Token
#define OAIWIRE_HELD_Token
#pragma push_macro("Token")
#undef Token
#endif
#ifdef Tool
#define OAIWIRE_HELD_Tool
#pragma push_macro("Tool")
#undef Tool
#endif
#ifdef Transcription
#define OAIWIRE_HELD_Transcription
#pragma push_macro("Transcription")
#undef Transcription
#endif
#ifdef Transport
#define OAIWIRE_HELD_Transport
#pragma push_macro("Transport")
#undef Transport
#endif
#ifdef Truncation
#define OAIWIRE_HELD_Truncation
#pragma push_macro("Truncation")
#undef Truncation
#endif
#ifdef U
#define OAIWIRE_HELD_U
#pragma push_macro("U")
#undef U
#endif
#ifdef UINT
#define OAIWIRE_HELD_UINT
#pragma push_macro("UINT")
#undef UINT
#endif
#ifdef ULONG
#define OAIWIRE_HELD_ULONG
#pragma push_macro("ULONG")
#undef ULONG
#endif
#ifdef Union
#define OAIWIRE_HELD_Union
#pragma push_macro("Union")
#undef Union
#endif
#ifdef Upload
#define OAIWIRE_HELD_Upload
#pragma push_macro("Upload")
#undef Upload
#endif
#ifdef Usage
#define OAIWIRE_HELD_Usage
#pragma push_macro("Usage")
#undef Usage
#endif
#ifdef V
#define OAIWIRE_HELD_V
#pragma push_macro("V")
#undef V
#endif
#ifdef VISIT
#define OAIWIRE_HELD_VISIT
#pragma push_macro("VISIT")
#undef VISIT
#endif
#ifdef Valid
#define OAIWIRE_HELD_Valid
#pragma push_macro("Valid")
#undef Valid
#endif
#ifdef Value
#define OAIWIRE_HELD_Value
#pragma push_macro("Value")
#undef Value
#endif
#ifdef Variant
#define OAIWIRE_HELD_Variant
#pragma push_macro("Variant")
#undef Variant
#endif
#ifdef Verbosity
#define OAIWIRE_HELD_Verbosity
#pragma push_macro("Verbosity")
#undef Verbosity
#endif
#ifdef Voice
#define OAIWIRE_HELD_Voice
#pragma push_macro("Voice")
#undef Voice
#endif
#ifdef Which
#define OAIWIRE_HELD_Which
#pragma push_macro("Which")
#undef Which
#endif
#ifdef Word
#define OAIWIRE_HELD_Word
#pragma push_macro("Word")
#undef Word
#endif
#ifdef Write
#define OAIWIRE_HELD_Write
#pragma push_macro("Write")
#undef Write
#endif
#ifdef X
#define OAIWIRE_HELD_X
#pragma push_macro("X")
#undef X
#endif
#ifdef a
#define OAIWIRE_HELD_a
#pragma push_macro("a")
#undef a
#endif
#ifdef a0
#define OAIWIRE_HELD_a0
#pragma push_macro("a0")
#undef a0
#endif
#ifdef a1
#define OAIWIRE_HELD_a1
#pragma push_macro("a1")
#undef a1
#endif
#ifdef a2
#define OAIWIRE_HELD_a2
#pragma push_macro("a2")
#undef a2
#endif
#ifdef a3
#define OAIWIRE_HELD_a3
#pragma push_macro("a3")
#undef a3
#endif
#ifdef a4
#define OAIWIRE_HELD_a4
#pragma push_macro("a4")
#undef a4
#endif
#ifdef a5
#define OAIWIRE_HELD_a5
#pragma push_macro("a5")
#undef a5
#endif
#ifdef a6
#define OAIWIRE_HELD_a6
#pragma push_macro("a6")
#undef a6
#endif
#ifdef a7
#define OAIWIRE_HELD_a7
#pragma push_macro("a7")
#undef a7
#endif
#ifdef aac
#define OAIWIRE_HELD_aac
#pragma push_macro("aac")
#undef aac
#endif
#ifdef abandon
#define OAIWIRE_HELD_abandon
#pragma push_macro("abandon")
#undef abandon
#endif
#ifdef abort
#define OAIWIRE_HELD_abort
#pragma push_macro("abort")
#undef abort
#endif
#ifdef aborted
#define OAIWIRE_HELD_aborted
#pragma push_macro("aborted")
#undef aborted
#endif
#ifdef about
#define OAIWIRE_HELD_about
#pragma push_macro("about")
#undef about
#endif
#ifdef above
#define OAIWIRE_HELD_above
#pragma push_macro("above")
#undef above
#endif
#ifdef abs
#define OAIWIRE_HELD_abs
#pragma push_macro("abs")
#undef abs
#endif
#ifdef absent
#define OAIWIRE_HELD_absent
#pragma push_macro("absent")
#undef absent
#endif
#ifdef absolute
#define OAIWIRE_HELD_absolute
#pragma push_macro("absolute")
#undef absolute
#endif
#ifdef accept
#define OAIWIRE_HELD_accept
#pragma push_macro("accept")
#undef accept
#endif
#ifdef accepted
#define OAIWIRE_HELD_accepted
#pragma push_macro("accepted")
#undef accepted
#endif
#ifdef accepts
#define OAIWIRE_HELD_accepts
#pragma push_macro("accepts")
#undef accepts
#endif
#ifdef access
#define OAIWIRE_HELD_access
#pragma push_macro("access")
#undef access
#endif
#ifdef account
#define OAIWIRE_HELD_account
#pragma push_macro("account")
#undef account
#endif
#ifdef accumulate
#define OAIWIRE_HELD_accumulate
#pragma push_macro("accumulate")
#undef accumulate
#endif
#ifdef accumulator
#define OAIWIRE_HELD_accumulator
#pragma push_macro("accumulator")
#undef accumulator
#endif
#ifdef acos
#define OAIWIRE_HELD_acos
#pragma push_macro("acos")
#undef acos
#endif
#ifdef acosf
#define OAIWIRE_HELD_acosf
#pragma push_macro("acosf")
#undef acosf
#endif
#ifdef acosh
#define OAIWIRE_HELD_acosh
#pragma push_macro("acosh")
#undef acosh
#endif
#ifdef acoshf
#define OAIWIRE_HELD_acoshf
#pragma push_macro("acoshf")
#undef acoshf
#endif
#ifdef acoshl
#define OAIWIRE_HELD_acoshl
#pragma push_macro("acoshl")
#undef acoshl
#endif
#ifdef acosl
#define OAIWIRE_HELD_acosl
#pragma push_macro("acosl")
#undef acosl
#endif
#ifdef acquire
#define OAIWIRE_HELD_acquire
#pragma push_macro("acquire")
#undef acquire
#endif
#ifdef act
#define OAIWIRE_HELD_act
#pragma push_macro("act")
#undef act
#endif
#ifdef acted
#define OAIWIRE_HELD_acted
#pragma push_macro("acted")
#undef acted
#endif
#ifdef action
#define OAIWIRE_HELD_action
#pragma push_macro("action")
#undef action
#endif
#ifdef actions
#define OAIWIRE_HELD_actions
#pragma push_macro("actions")
#undef actions
#endif
#ifdef add
#define OAIWIRE_HELD_add
#pragma push_macro("add")
#undef add
#endif
#ifdef added
#define OAIWIRE_HELD_added
#pragma push_macro("added")
#undef added
#endif
#ifdef address
#define OAIWIRE_HELD_address
#pragma push_macro("address")
#undef address
#endif
#ifdef addresses
#define OAIWIRE_HELD_addresses
#pragma push_macro("addresses")
#undef addresses
#endif
#ifdef addressof
#define OAIWIRE_HELD_addressof
#pragma push_macro("addressof")
#undef addressof
#endif
#ifdef addrinfo
#define OAIWIRE_HELD_addrinfo
#pragma push_macro("addrinfo")
#undef addrinfo
#endif
#ifdef adjustfield
#define OAIWIRE_HELD_adjustfield
#pragma push_macro("adjustfield")
#undef adjustfield
#endif
#ifdef admits
#define OAIWIRE_HELD_admits
#pragma push_macro("admits")
#undef admits
#endif
#ifdef adopt
#define OAIWIRE_HELD_adopt
#pragma push_macro("adopt")
#undef adopt
#endif
#ifdef advance
#define OAIWIRE_HELD_advance
#pragma push_macro("advance")
#undef advance
#endif
#ifdef after
#define OAIWIRE_HELD_after
#pragma push_macro("after")
#undef after
#endif
#ifdef again
#define OAIWIRE_HELD_again
#pragma push_macro("again")
#undef again
#endif
#ifdef agent
#define OAIWIRE_HELD_agent
#pragma push_macro("agent")
#undef agent
#endif
#ifdef aggregate
#define OAIWIRE_HELD_aggregate
#pragma push_macro("aggregate")
#undef aggregate
#endif
#ifdef agree
#define OAIWIRE_HELD_agree
#pragma push_macro("agree")
#undef agree
#endif
#ifdef agreed
#define OAIWIRE_HELD_agreed
#pragma push_macro("agreed")
#undef agreed
#endif
#ifdef agreement
#define OAIWIRE_HELD_agreement
#pragma push_macro("agreement")
#undef agreement
#endif
#ifdef agrees
#define OAIWIRE_HELD_agrees
#pragma push_macro("agrees")
#undef agrees
#endif
#ifdef ahead
#define OAIWIRE_HELD_ahead
#pragma push_macro("ahead")
#undef ahead
#endif
#ifdef align
#define OAIWIRE_HELD_align
#pragma push_macro("align")
#undef align
#endif
#ifdef alignas
#define OAIWIRE_HELD_alignas
#pragma push_macro("alignas")
#undef alignas
#endif
#ifdef aligned
#define OAIWIRE_HELD_aligned
#pragma push_macro("aligned")
#undef aligned
#endif
#ifdef aligned_alloc
#define OAIWIRE_HELD_aligned_alloc
#pragma push_macro("aligned_alloc")
#undef aligned_alloc
#endif
#ifdef alignof
#define OAIWIRE_HELD_alignof
#pragma push_macro("alignof")
#undef alignof
#endif
#ifdef alike
#define OAIWIRE_HELD_alike
#pragma push_macro("alike")
#undef alike
#endif
#ifdef alive
#define OAIWIRE_HELD_alive
#pragma push_macro("alive")
#undef alive
#endif
#ifdef all
#define OAIWIRE_HELD_all
#pragma push_macro("all")
#undef all
#endif
#ifdef all_of
#define OAIWIRE_HELD_all_of
#pragma push_macro("all_of")
#undef all_of
#endif
#ifdef allocate
#define OAIWIRE_HELD_allocate
#pragma push_macro("allocate")
#undef allocate
#endif
#ifdef allocator
#define OAIWIRE_HELD_allocator
#pragma push_macro("allocator")
#undef allocator
#endif
#ifdef allow
#define OAIWIRE_HELD_allow
#pragma push_macro("allow")
#undef allow
#endif
#ifdef allowed
#define OAIWIRE_HELD_allowed
#pragma push_macro("allowed")
#undef allowed
#endif
#ifdef alnum
#define OAIWIRE_HELD_alnum
#pragma push_macro("alnum")
#undef alnum
#endif
#ifdef alone
#define OAIWIRE_HELD_alone
#pragma push_macro("alone")
#undef alone
#endif
#ifdef alpha
#define OAIWIRE_HELD_alpha
#pragma push_macro("alpha")
#undef alpha
#endif
#ifdef also
#define OAIWIRE_HELD_also
#pragma push_macro("also")
#undef also
#endif
#ifdef alternative
#define OAIWIRE_HELD_alternative
#pragma push_macro("alternative")
#undef alternative
#endif
#ifdef alternatives
#define OAIWIRE_HELD_alternatives
#pragma push_macro("alternatives")
#undef alternatives
#endif
#ifdef always
#define OAIWIRE_HELD_always
#pragma push_macro("always")
#undef always
#endif
#ifdef always_inline
#define OAIWIRE_HELD_always_inline
#pragma push_macro("always_inline")
#undef always_inline
#endif
#ifdef ambiguous
#define OAIWIRE_HELD_ambiguous
#pragma push_macro("ambiguous")
#undef ambiguous
#endif
#ifdef anchor
#define OAIWIRE_HELD_anchor
#pragma push_macro("anchor")
#undef anchor
#endif
#ifdef and_then
#define OAIWIRE_HELD_and_then
#pragma push_macro("and_then")
#undef and_then
#endif
#ifdef annotated
#define OAIWIRE_HELD_annotated
#pragma push_macro("annotated")
#undef annotated
#endif
#ifdef annotation
#define OAIWIRE_HELD_annotation
#pragma push_macro("annotation")
#undef annotation
#endif
#ifdef annotations
#define OAIWIRE_HELD_annotations
#pragma push_macro("annotations")
#undef annotations
#endif
#ifdef announced
#define OAIWIRE_HELD_announced
#pragma push_macro("announced")
#undef announced
#endif
#ifdef answer
#define OAIWIRE_HELD_answer
#pragma push_macro("answer")
#undef answer
#endif
#ifdef answered
#define OAIWIRE_HELD_answered
#pragma push_macro("answered")
#undef answered
#endif
#ifdef answering
#define OAIWIRE_HELD_answering
#pragma push_macro("answering")
#undef answering
#endif
#ifdef answers
#define OAIWIRE_HELD_answers
#pragma push_macro("answers")
#undef answers
#endif
#ifdef any
#define OAIWIRE_HELD_any
#pragma push_macro("any")
#undef any
#endif
#ifdef any_of
#define OAIWIRE_HELD_any_of
#pragma push_macro("any_of")
#undef any_of
#endif
#ifdef anything
#define OAIWIRE_HELD_anything
#pragma push_macro("anything")
#undef anything
#endif
#ifdef apart
#define OAIWIRE_HELD_apart
#pragma push_macro("apart")
#undef apart
#endif
#ifdef api
#define OAIWIRE_HELD_api
#pragma push_macro("api")
#undef api
#endif
#ifdef app
#define OAIWIRE_HELD_app
#pragma push_macro("app")
#undef app
#endif
#ifdef append
#define OAIWIRE_HELD_append
#pragma push_macro("append")
#undef append
#endif
#ifdef apply
#define OAIWIRE_HELD_apply
#pragma push_macro("apply")
#undef apply
#endif
#ifdef approval
#define OAIWIRE_HELD_approval
#pragma push_macro("approval")
#undef approval
#endif
#ifdef approve
#define OAIWIRE_HELD_approve
#pragma push_macro("approve")
#undef approve
#endif
#ifdef approved
#define OAIWIRE_HELD_approved
#pragma push_macro("approved")
#undef approved
#endif
#ifdef approximate
#define OAIWIRE_HELD_approximate
#pragma push_macro("approximate")
#undef approximate
#endif
#ifdef arg
#define OAIWIRE_HELD_arg
#pragma push_macro("arg")
#undef arg
#endif
#ifdef args
#define OAIWIRE_HELD_args
#pragma push_macro("args")
#undef args
#endif
#ifdef arguments
#define OAIWIRE_HELD_arguments
#pragma push_macro("arguments")
#undef arguments
#endif
#ifdef around
#define OAIWIRE_HELD_around
#pragma push_macro("around")
#undef around
#endif
#ifdef array
#define OAIWIRE_HELD_array
#pragma push_macro("array")
#undef array
#endif
#ifdef arrived
#define OAIWIRE_HELD_arrived
#pragma push_macro("arrived")
#undef arrived
#endif
#ifdef as
#define OAIWIRE_HELD_as
#pragma push_macro("as")
#undef as
#endif
#ifdef as_const
#define OAIWIRE_HELD_as_const
#pragma push_macro("as_const")
#undef as_const
#endif
#ifdef ascii
#define OAIWIRE_HELD_ascii
#pragma push_macro("ascii")
#undef ascii
#endif
#ifdef asctime
#define OAIWIRE_HELD_asctime
#pragma push_macro("asctime")
#undef asctime
#endif
#ifdef asin
#define OAIWIRE_HELD_asin
#pragma push_macro("asin")
#undef asin
#endif
#ifdef asinf
#define OAIWIRE_HELD_asinf
#pragma push_macro("asinf")
#undef asinf
#endif
#ifdef asinh
#define OAIWIRE_HELD_asinh
#pragma push_macro("asinh")
#undef asinh
#endif
#ifdef asinhf
#define OAIWIRE_HELD_asinhf
#pragma push_macro("asinhf")
#undef asinhf
#endif
#ifdef asinhl
#define OAIWIRE_HELD_asinhl
#pragma push_macro("asinhl")
#undef asinhl
#endif
#ifdef asinl
#define OAIWIRE_HELD_asinl
#pragma push_macro("asinl")
#undef asinl
#endif
#ifdef asio
#define OAIWIRE_HELD_asio
#pragma push_macro("asio")
#undef asio
#endif
#ifdef ask
#define OAIWIRE_HELD_ask
#pragma push_macro("ask")
#undef ask
#endif
#ifdef asked
#define OAIWIRE_HELD_asked
#pragma push_macro("asked")
#undef asked
#endif
#ifdef asking
#define OAIWIRE_HELD_asking
#pragma push_macro("asking")
#undef asking
#endif
#ifdef asks
#define OAIWIRE_HELD_asks
#pragma push_macro("asks")
#undef asks
#endif
#ifdef asm
#define OAIWIRE_HELD_asm
#pragma push_macro("asm")
#undef asm
#endif
#ifdef assign
#define OAIWIRE_HELD_assign
#pragma push_macro("assign")
#undef assign
#endif
#ifdef assistant
#define OAIWIRE_HELD_assistant
#pragma push_macro("assistant")
#undef assistant
#endif
#ifdef assistants
#define OAIWIRE_HELD_assistants
#pragma push_macro("assistants")
#undef assistants
#endif
#ifdef async
#define OAIWIRE_HELD_async
#pragma push_macro("async")
#undef async
#endif
#ifdef at
#define OAIWIRE_HELD_at
#pragma push_macro("at")
#undef at
#endif
#ifdef at_quick_exit
#define OAIWIRE_HELD_at_quick_exit
#pragma push_macro("at_quick_exit")
#undef at_quick_exit
#endif
#ifdef atan
#define OAIWIRE_HELD_atan
#pragma push_macro("atan")
#undef atan
#endif
#ifdef atan2
#define OAIWIRE_HELD_atan2
#pragma push_macro("atan2")
#undef atan2
#endif
#ifdef atanf
#define OAIWIRE_HELD_atanf
#pragma push_macro("atanf")
#undef atanf
#endif
#ifdef atanh
#define OAIWIRE_HELD_atanh
#pragma push_macro("atanh")
#undef atanh
#endif
#ifdef atanhf
#define OAIWIRE_HELD_atanhf
#pragma push_macro("atanhf")
#undef atanhf
#endif
#ifdef atanhl
#define OAIWIRE_HELD_atanhl
#pragma push_macro("atanhl")
#undef atanhl
#endif
#ifdef atanl
#define OAIWIRE_HELD_atanl
#pragma push_macro("atanl")
#undef atanl
#endif
#ifdef ate
#define OAIWIRE_HELD_ate
#pragma push_macro("ate")
#undef ate
#endif
#ifdef atexit
#define OAIWIRE_HELD_atexit
#pragma push_macro("atexit")
#undef atexit
#endif
#ifdef atof
#define OAIWIRE_HELD_atof
#pragma push_macro("atof")
#undef atof
#endif
#ifdef atoi
#define OAIWIRE_HELD_atoi
#pragma push_macro("atoi")
#undef atoi
#endif
#ifdef atol
#define OAIWIRE_HELD_atol
#pragma push_macro("atol")
#undef atol
#endif
#ifdef atoll
#define OAIWIRE_HELD_atoll
#pragma push_macro("atoll")
#undef atoll
#endif
#ifdef atoma
#define OAIWIRE_HELD_atoma
#pragma push_macro("atoma")
#undef atoma
#endif
#ifdef atomic
#define OAIWIRE_HELD_atomic
#pragma push_macro("atomic")
#undef atomic
#endif
#ifdef atomic_flag
#define OAIWIRE_HELD_atomic_flag
#pragma push_macro("atomic_flag")
#undef atomic_flag
#endif
#ifdef attempt
#define OAIWIRE_HELD_attempt
#pragma push_macro("attempt")
#undef attempt
#endif
#ifdef attempts
#define OAIWIRE_HELD_attempts
#pragma push_macro("attempts")
#undef attempts
#endif
#ifdef atto
#define OAIWIRE_HELD_atto
#pragma push_macro("atto")
#undef atto
#endif
#ifdef attributes
#define OAIWIRE_HELD_attributes
#pragma push_macro("attributes")
#undef attributes
#endif
#ifdef audio
#define OAIWIRE_HELD_audio
#pragma push_macro("audio")
#undef audio
#endif
#ifdef auth
#define OAIWIRE_HELD_auth
#pragma push_macro("auth")
#undef auth
#endif
#ifdef authentication
#define OAIWIRE_HELD_authentication
#pragma push_macro("authentication")
#undef authentication
#endif
#ifdef authority
#define OAIWIRE_HELD_authority
#pragma push_macro("authority")
#undef authority
#endif
#ifdef authorization
#define OAIWIRE_HELD_authorization
#pragma push_macro("authorization")
#undef authorization
#endif
#ifdef auto
#define OAIWIRE_HELD_auto
#pragma push_macro("auto")
#undef auto
#endif
#ifdef auto_
#define OAIWIRE_HELD_auto_
#pragma push_macro("auto_")
#undef auto_
#endif
#ifdef auto_ptr
#define OAIWIRE_HELD_auto_ptr
#pragma push_macro("auto_ptr")
#undef auto_ptr
#endif
#ifdef available
#define OAIWIRE_HELD_available
#pragma push_macro("available")
#undef available
#endif
#ifdef avx
#define OAIWIRE_HELD_avx
#pragma push_macro("avx")
#undef avx
#endif
#ifdef avx2
#define OAIWIRE_HELD_avx2
#pragma push_macro("avx2")
#undef avx2
#endif
#ifdef avx512
#define OAIWIRE_HELD_avx512
#pragma push_macro("avx512")
#undef avx512
#endif
#ifdef awaitable
#define OAIWIRE_HELD_awaitable
#pragma push_macro("awaitable")
#undef awaitable
#endif
#ifdef azure
#define OAIWIRE_HELD_azure
#pragma push_macro("azure")
#undef azure
#endif
#ifdef b
#define OAIWIRE_HELD_b
#pragma push_macro("b")
#undef b
#endif
#ifdef b0
#define OAIWIRE_HELD_b0
#pragma push_macro("b0")
#undef b0
#endif
#ifdef b1
#define OAIWIRE_HELD_b1
#pragma push_macro("b1")
#undef b1
#endif
#ifdef b2
#define OAIWIRE_HELD_b2
#pragma push_macro("b2")
#undef b2
#endif
#ifdef b3
#define OAIWIRE_HELD_b3
#pragma push_macro("b3")
#undef b3
#endif
#ifdef b4
#define OAIWIRE_HELD_b4
#pragma push_macro("b4")
#undef b4
#endif
#ifdef b5
#define OAIWIRE_HELD_b5
#pragma push_macro("b5")
#undef b5
#endif
#ifdef b6
#define OAIWIRE_HELD_b6
#pragma push_macro("b6")
#undef b6
#endif
#ifdef b7
#define OAIWIRE_HELD_b7
#pragma push_macro("b7")
#undef b7
#endif
#ifdef back
#define OAIWIRE_HELD_back
#pragma push_macro("back")
#undef back
#endif
#ifdef background
#define OAIWIRE_HELD_background
#pragma push_macro("background")
#undef background
#endif
#ifdef backlog
#define OAIWIRE_HELD_backlog
#pragma push_macro("backlog")
#undef backlog
#endif
#ifdef backslash
#define OAIWIRE_HELD_backslash
#pragma push_macro("backslash")
#undef backslash
#endif
#ifdef bad
#define OAIWIRE_HELD_bad
#pragma push_macro("bad")
#undef bad
#endif
#ifdef bad_alloc
#define OAIWIRE_HELD_bad_alloc
#pragma push_macro("bad_alloc")
#undef bad_alloc
#endif
#ifdef badbit
#define OAIWIRE_HELD_badbit
#pragma push_macro("badbit")
#undef badbit
#endif
#ifdef bare
#define OAIWIRE_HELD_bare
#pragma push_macro("bare")
#undef bare
#endif
#ifdef base
#define OAIWIRE_HELD_base
#pragma push_macro("base")
#undef base
#endif
#ifdef base64
#define OAIWIRE_HELD_base64
#pragma push_macro("base64")
#undef base64
#endif
#ifdef basefield
#define OAIWIRE_HELD_basefield
#pragma push_macro("basefield")
#undef basefield
#endif
#ifdef basic_string
#define OAIWIRE_HELD_basic_string
#pragma push_macro("basic_string")
#undef basic_string
#endif
#ifdef batch
#define OAIWIRE_HELD_batch
#pragma push_macro("batch")
#undef batch
#endif
#ifdef bearer
#define OAIWIRE_HELD_bearer
#pragma push_macro("bearer")
#undef bearer
#endif
#ifdef beast
#define OAIWIRE_HELD_beast
#pragma push_macro("beast")
#undef beast
#endif
#ifdef bedrock
#define OAIWIRE_HELD_bedrock
#pragma push_macro("bedrock")
#undef bedrock
#endif
#ifdef before
#define OAIWIRE_HELD_before
#pragma push_macro("before")
#undef before
#endif
#ifdef before1
#define OAIWIRE_HELD_before1
#pragma push_macro("before1")
#undef before1
#endif
#ifdef before2
#define OAIWIRE_HELD_before2
#pragma push_macro("before2")
#undef before2
#endif
#ifdef before3
#define OAIWIRE_HELD_before3
#pragma push_macro("before3")
#undef before3
#endif
#ifdef beg
#define OAIWIRE_HELD_beg
#pragma push_macro("beg")
#undef beg
#endif
#ifdef began
#define OAIWIRE_HELD_began
#pragma push_macro("began")
#undef began
#endif
#ifdef begin
#define OAIWIRE_HELD_begin
#pragma push_macro("begin")
#undef begin
#endif
#ifdef beginning
#define OAIWIRE_HELD_beginning
#pragma push_macro("beginning")
#undef beginning
#endif
#ifdef begins
#define OAIWIRE_HELD_begins
#pragma push_macro("begins")
#undef begins
#endif
#ifdef begun
#define OAIWIRE_HELD_begun
#pragma push_macro("begun")
#undef begun
#endif
#ifdef behind
#define OAIWIRE_HELD_behind
#pragma push_macro("behind")
#undef behind
#endif
#ifdef bell
#define OAIWIRE_HELD_bell
#pragma push_macro("bell")
#undef bell
#endif
#ifdef below
#define OAIWIRE_HELD_below
#pragma push_macro("below")
#undef below
#endif
#ifdef beside
#define OAIWIRE_HELD_beside
#pragma push_macro("beside")
#undef beside
#endif
#ifdef beta
#define OAIWIRE_HELD_beta
#pragma push_macro("beta")
#undef beta
#endif
#ifdef betaf
#define OAIWIRE_HELD_betaf
#pragma push_macro("betaf")
#undef betaf
#endif
#ifdef betal
#define OAIWIRE_HELD_betal
#pragma push_macro("betal")
#undef betal
#endif
#ifdef between
#define OAIWIRE_HELD_between
#pragma push_macro("between")
#undef between
#endif
#ifdef beyond
#define OAIWIRE_HELD_beyond
#pragma push_macro("beyond")
#undef beyond
#endif
#ifdef bias
#define OAIWIRE_HELD_bias
#pragma push_macro("bias")
#undef bias
#endif
#ifdef biased
#define OAIWIRE_HELD_biased
#pragma push_macro("biased")
#undef biased
#endif
#ifdef big
#define OAIWIRE_HELD_big
#pragma push_macro("big")
#undef big
#endif
#ifdef billing
#define OAIWIRE_HELD_billing
#pragma push_macro("billing")
#undef billing
#endif
#ifdef binary
#define OAIWIRE_HELD_binary
#pragma push_macro("binary")
#undef binary
#endif
#ifdef bind
#define OAIWIRE_HELD_bind
#pragma push_macro("bind")
#undef bind
#endif
#ifdef bindtextdomain
#define OAIWIRE_HELD_bindtextdomain
#pragma push_macro("bindtextdomain")
#undef bindtextdomain
#endif
#ifdef bit
#define OAIWIRE_HELD_bit
#pragma push_macro("bit")
#undef bit
#endif
#ifdef bit_cast
#define OAIWIRE_HELD_bit_cast
#pragma push_macro("bit_cast")
#undef bit_cast
#endif
#ifdef bit_floor
#define OAIWIRE_HELD_bit_floor
#pragma push_macro("bit_floor")
#undef bit_floor
#endif
#ifdef bit_width
#define OAIWIRE_HELD_bit_width
#pragma push_macro("bit_width")
#undef bit_width
#endif
#ifdef bits
#define OAIWIRE_HELD_bits
#pragma push_macro("bits")
#undef bits
#endif
#ifdef bitset
#define OAIWIRE_HELD_bitset
#pragma push_macro("bitset")
#undef bitset
#endif
#ifdef blank
#define OAIWIRE_HELD_blank
#pragma push_macro("blank")
#undef blank
#endif
#ifdef blanks
#define OAIWIRE_HELD_blanks
#pragma push_macro("blanks")
#undef blanks
#endif
#ifdef bleu
#define OAIWIRE_HELD_bleu
#pragma push_macro("bleu")
#undef bleu
#endif
#ifdef block
#define OAIWIRE_HELD_block
#pragma push_macro("block")
#undef block
#endif
#ifdef blocked
#define OAIWIRE_HELD_blocked
#pragma push_macro("blocked")
#undef blocked
#endif
#ifdef body
#define OAIWIRE_HELD_body
#pragma push_macro("body")
#undef body
#endif
#ifdef bom
#define OAIWIRE_HELD_bom
#pragma push_macro("bom")
#undef bom
#endif
#ifdef bool
#define OAIWIRE_HELD_bool
#pragma push_macro("bool")
#undef bool
#endif
#ifdef bool_constant
#define OAIWIRE_HELD_bool_constant
#pragma push_macro("bool_constant")
#undef bool_constant
#endif
#ifdef boolalpha
#define OAIWIRE_HELD_boolalpha
#pragma push_macro("boolalpha")
#undef boolalpha
#endif
#ifdef boolean
#define OAIWIRE_HELD_boolean
#pragma push_macro("boolean")
#undef boolean
#endif
#ifdef boost
#define OAIWIRE_HELD_boost
#pragma push_macro("boost")
#undef boost
#endif
#ifdef borrow
#define OAIWIRE_HELD_borrow
#pragma push_macro("borrow")
#undef borrow
#endif
#ifdef both
#define OAIWIRE_HELD_both
#pragma push_macro("both")
#undef both
#endif
#ifdef bound
#define OAIWIRE_HELD_bound
#pragma push_macro("bound")
#undef bound
#endif
#ifdef boundary
#define OAIWIRE_HELD_boundary
#pragma push_macro("boundary")
#undef boundary
#endif
#ifdef bounded
#define OAIWIRE_HELD_bounded
#pragma push_macro("bounded")
#undef bounded
#endif
#ifdef bounds
#define OAIWIRE_HELD_bounds
#pragma push_macro("bounds")
#undef bounds
#endif
#ifdef box
#define OAIWIRE_HELD_box
#pragma push_macro("box")
#undef box
#endif
#ifdef boxed
#define OAIWIRE_HELD_boxed
#pragma push_macro("boxed")
#undef boxed
#endif
#ifdef brace
#define OAIWIRE_HELD_brace
#pragma push_macro("brace")
#undef brace
#endif
#ifdef bracket
#define OAIWIRE_HELD_bracket
#pragma push_macro("bracket")
#undef bracket
#endif
#ifdef break
#define OAIWIRE_HELD_break
#pragma push_macro("break")
#undef break
#endif
#ifdef breaks
#define OAIWIRE_HELD_breaks
#pragma push_macro("breaks")
#undef breaks
#endif
#ifdef brings
#define OAIWIRE_HELD_brings
#pragma push_macro("brings")
#undef brings
#endif
#ifdef broadcast
#define OAIWIRE_HELD_broadcast
#pragma push_macro("broadcast")
#undef broadcast
#endif
#ifdef broken
#define OAIWIRE_HELD_broken
#pragma push_macro("broken")
#undef broken
#endif
#ifdef bsearch
#define OAIWIRE_HELD_bsearch
#pragma push_macro("bsearch")
#undef bsearch
#endif
#ifdef btowc
#define OAIWIRE_HELD_btowc
#pragma push_macro("btowc")
#undef btowc
#endif
#ifdef bucket
#define OAIWIRE_HELD_bucket
#pragma push_macro("bucket")
#undef bucket
#endif
#ifdef budget
#define OAIWIRE_HELD_budget
#pragma push_macro("budget")
#undef budget
#endif
#ifdef buffer
#define OAIWIRE_HELD_buffer
#pragma push_macro("buffer")
#undef buffer
#endif
#ifdef build
#define OAIWIRE_HELD_build
#pragma push_macro("build")
#undef build
#endif
#ifdef built
#define OAIWIRE_HELD_built
#pragma push_macro("built")
#undef built
#endif
#ifdef busy
#define OAIWIRE_HELD_busy
#pragma push_macro("busy")
#undef busy
#endif
#ifdef button
#define OAIWIRE_HELD_button
#pragma push_macro("button")
#undef button
#endif
#ifdef by
#define OAIWIRE_HELD_by
#pragma push_macro("by")
#undef by
#endif
#ifdef byte
#define OAIWIRE_HELD_byte
#pragma push_macro("byte")
#undef byte
#endif
#ifdef bytes
#define OAIWIRE_HELD_bytes
#pragma push_macro("bytes")
#undef bytes
#endif
#ifdef c
#define OAIWIRE_HELD_c
#pragma push_macro("c")
#undef c
#endif
#ifdef c0
#define OAIWIRE_HELD_c0
#pragma push_macro("c0")
#undef c0
#endif
#ifdef c1
#define OAIWIRE_HELD_c1
#pragma push_macro("c1")
#undef c1
#endif
#ifdef c16rtomb
#define OAIWIRE_HELD_c16rtomb
#pragma push_macro("c16rtomb")
#undef c16rtomb
#endif
#ifdef c2
#define OAIWIRE_HELD_c2
#pragma push_macro("c2")
#undef c2
#endif
#ifdef c3
#define OAIWIRE_HELD_c3
#pragma push_macro("c3")
#undef c3
#endif
#ifdef c32rtomb
#define OAIWIRE_HELD_c32rtomb
#pragma push_macro("c32rtomb")
#undef c32rtomb
#endif
#ifdef c4
#define OAIWIRE_HELD_c4
#pragma push_macro("c4")
#undef c4
#endif
#ifdef c5
#define OAIWIRE_HELD_c5
#pragma push_macro("c5")
#undef c5
#endif
#ifdef c6
#define OAIWIRE_HELD_c6
#pragma push_macro("c6")
#undef c6
#endif
#ifdef c7
#define OAIWIRE_HELD_c7
#pragma push_macro("c7")
#undef c7
#endif
#ifdef c8rtomb
#define OAIWIRE_HELD_c8rtomb
#pragma push_macro("c8rtomb")
#undef c8rtomb
#endif
#ifdef c_str
#define OAIWIRE_HELD_c_str
#pragma push_macro("c_str")
#undef c_str
#endif
#ifdef cached
#define OAIWIRE_HELD_cached
#pragma push_macro("cached")
#undef cached
#endif
#ifdef call
#define OAIWIRE_HELD_call
#pragma push_macro("call")
#undef call
#endif
#ifdef called
#define OAIWIRE_HELD_called
#pragma push_macro("called")
#undef called
#endif
#ifdef caller
#define OAIWIRE_HELD_caller
#pragma push_macro("caller")
#undef caller
#endif
#ifdef calling
#define OAIWIRE_HELD_calling
#pragma push_macro("calling")
#undef calling
#endif
#ifdef calloc
#define OAIWIRE_HELD_calloc
#pragma push_macro("calloc")
#undef calloc
#endif
#ifdef calls
#define OAIWIRE_HELD_calls
#pragma push_macro("calls")
#undef calls
#endif
#ifdef came
#define OAIWIRE_HELD_came
#pragma push_macro("came")
#undef came
#endif
#ifdef cancel
#define OAIWIRE_HELD_cancel
#pragma push_macro("cancel")
#undef cancel
#endif
#ifdef cancelled
#define OAIWIRE_HELD_cancelled
#pragma push_macro("cancelled")
#undef cancelled
#endif
#ifdef cancelling
#define OAIWIRE_HELD_cancelling
#pragma push_macro("cancelling")
#undef cancelling
#endif
#ifdef canonical
#define OAIWIRE_HELD_canonical
#pragma push_macro("canonical")
#undef canonical
#endif
#ifdef capacity
#define OAIWIRE_HELD_capacity
#pragma push_macro("capacity")
#undef capacity
#endif
#ifdef carry
#define OAIWIRE_HELD_carry
#pragma push_macro("carry")
#undef carry
#endif
#ifdef case
#define OAIWIRE_HELD_case
#pragma push_macro("case")
#undef case
#endif
#ifdef cassette
#define OAIWIRE_HELD_cassette
#pragma push_macro("cassette")
#undef cassette
#endif
#ifdef catalog
#define OAIWIRE_HELD_catalog
#pragma push_macro("catalog")
#undef catalog
#endif
#ifdef catch
#define OAIWIRE_HELD_catch
#pragma push_macro("catch")
#undef catch
#endif
#ifdef catclose
#define OAIWIRE_HELD_catclose
#pragma push_macro("catclose")
#undef catclose
#endif
#ifdef categories
#define OAIWIRE_HELD_categories
#pragma push_macro("categories")
#undef categories
#endif
#ifdef category
#define OAIWIRE_HELD_category
#pragma push_macro("category")
#undef category
#endif
#ifdef catgets
#define OAIWIRE_HELD_catgets
#pragma push_macro("catgets")
#undef catgets
#endif
#ifdef catopen
#define OAIWIRE_HELD_catopen
#pragma push_macro("catopen")
#undef catopen
#endif
#ifdef cause
#define OAIWIRE_HELD_cause
#pragma push_macro("cause")
#undef cause
#endif
#ifdef cbegin
#define OAIWIRE_HELD_cbegin
#pragma push_macro("cbegin")
#undef cbegin
#endif
#ifdef cbrt
#define OAIWIRE_HELD_cbrt
#pragma push_macro("cbrt")
#undef cbrt
#endif
#ifdef cbrtf
#define OAIWIRE_HELD_cbrtf
#pragma push_macro("cbrtf")
#undef cbrtf
#endif
#ifdef cbrtl
#define OAIWIRE_HELD_cbrtl
#pragma push_macro("cbrtl")
#undef cbrtl
#endif
#ifdef cdata
#define OAIWIRE_HELD_cdata
#pragma push_macro("cdata")
#undef cdata
#endif
#ifdef ceil
#define OAIWIRE_HELD_ceil
#pragma push_macro("ceil")
#undef ceil
#endif
#ifdef ceilf
#define OAIWIRE_HELD_ceilf
#pragma push_macro("ceilf")
#undef ceilf
#endif
#ifdef ceiling
#define OAIWIRE_HELD_ceiling
#pragma push_macro("ceiling")
#undef ceiling
#endif
#ifdef ceill
#define OAIWIRE_HELD_ceill
#pragma push_macro("ceill")
#undef ceill
#endif
#ifdef cend
#define OAIWIRE_HELD_cend
#pragma push_macro("cend")
#undef cend
#endif
#ifdef center
#define OAIWIRE_HELD_center
#pragma push_macro("center")
#undef center
#endif
#ifdef centi
#define OAIWIRE_HELD_centi
#pragma push_macro("centi")
#undef centi
#endif
#ifdef cerebras
#define OAIWIRE_HELD_cerebras
#pragma push_macro("cerebras")
#undef cerebras
#endif
#ifdef certificate
#define OAIWIRE_HELD_certificate
#pragma push_macro("certificate")
#undef certificate
#endif
#ifdef chain
#define OAIWIRE_HELD_chain
#pragma push_macro("chain")
#undef chain
#endif
#ifdef change
#define OAIWIRE_HELD_change
#pragma push_macro("change")
#undef change
#endif
#ifdef changed
#define OAIWIRE_HELD_changed
#pragma push_macro("changed")
#undef changed
#endif
#ifdef changes
#define OAIWIRE_HELD_changes
#pragma push_macro("changes")
#undef changes
#endif
#ifdef channelid
#define OAIWIRE_HELD_channelid
#pragma push_macro("channelid")
#undef channelid
#endif
#ifdef channels
#define OAIWIRE_HELD_channels
#pragma push_macro("channels")
#undef channels
#endif
#ifdef char
#define OAIWIRE_HELD_char
#pragma push_macro("char")
#undef char
#endif
#ifdef char16_t
#define OAIWIRE_HELD_char16_t
#pragma push_macro("char16_t")
#undef char16_t
#endif
#ifdef char32_t
#define OAIWIRE_HELD_char32_t
#pragma push_macro("char32_t")
#undef char32_t
#endif
#ifdef char8_t
#define OAIWIRE_HELD_char8_t
#pragma push_macro("char8_t")
#undef char8_t
#endif
#ifdef char_traits
#define OAIWIRE_HELD_char_traits
#pragma push_macro("char_traits")
#undef char_traits
#endif
#ifdef character
#define OAIWIRE_HELD_character
#pragma push_macro("character")
#undef character
#endif
#ifdef characters
#define OAIWIRE_HELD_characters
#pragma push_macro("characters")
#undef characters
#endif
#ifdef chars
#define OAIWIRE_HELD_chars
#pragma push_macro("chars")
#undef chars
#endif
#ifdef charset
#define OAIWIRE_HELD_charset
#pragma push_macro("charset")
#undef charset
#endif
#ifdef chat
#define OAIWIRE_HELD_chat
#pragma push_macro("chat")
#undef chat
#endif
#ifdef check
#define OAIWIRE_HELD_check
#pragma push_macro("check")
#undef check
#endif
#ifdef checked
#define OAIWIRE_HELD_checked
#pragma push_macro("checked")
#undef checked
#endif
#ifdef checker
#define OAIWIRE_HELD_checker
#pragma push_macro("checker")
#undef checker
#endif
#ifdef checks
#define OAIWIRE_HELD_checks
#pragma push_macro("checks")
#undef checks
#endif
#ifdef child
#define OAIWIRE_HELD_child
#pragma push_macro("child")
#undef child
#endif
#ifdef choice
#define OAIWIRE_HELD_choice
#pragma push_macro("choice")
#undef choice
#endif
#ifdef choices
#define OAIWIRE_HELD_choices
#pragma push_macro("choices")
#undef choices
#endif
#ifdef choose
#define OAIWIRE_HELD_choose
#pragma push_macro("choose")
#undef choose
#endif
#ifdef chosen
#define OAIWIRE_HELD_chosen
#pragma push_macro("chosen")
#undef chosen
#endif
#ifdef chrono
#define OAIWIRE_HELD_chrono
#pragma push_macro("chrono")
#undef chrono
#endif
#ifdef chunk
#define OAIWIRE_HELD_chunk
#pragma push_macro("chunk")
#undef chunk
#endif
#ifdef chunked
#define OAIWIRE_HELD_chunked
#pragma push_macro("chunked")
#undef chunked
#endif
#ifdef chunks
#define OAIWIRE_HELD_chunks
#pragma push_macro("chunks")
#undef chunks
#endif
#ifdef ciphertext
#define OAIWIRE_HELD_ciphertext
#pragma push_macro("ciphertext")
#undef ciphertext
#endif
#ifdef citation
#define OAIWIRE_HELD_citation
#pragma push_macro("citation")
#undef citation
#endif
#ifdef citations
#define OAIWIRE_HELD_citations
#pragma push_macro("citations")
#undef citations
#endif
#ifdef city
#define OAIWIRE_HELD_city
#pragma push_macro("city")
#undef city
#endif
#ifdef clamp
#define OAIWIRE_HELD_clamp
#pragma push_macro("clamp")
#undef clamp
#endif
#ifdef class
#define OAIWIRE_HELD_class
#pragma push_macro("class")
#undef class
#endif
#ifdef classic
#define OAIWIRE_HELD_classic
#pragma push_macro("classic")
#undef classic
#endif
#ifdef clean
#define OAIWIRE_HELD_clean
#pragma push_macro("clean")
#undef clean
#endif
#ifdef clear
#define OAIWIRE_HELD_clear
#pragma push_macro("clear")
#undef clear
#endif
#ifdef clearerr
#define OAIWIRE_HELD_clearerr
#pragma push_macro("clearerr")
#undef clearerr
#endif
#ifdef client
#define OAIWIRE_HELD_client
#pragma push_macro("client")
#undef client
#endif
#ifdef clock
#define OAIWIRE_HELD_clock
#pragma push_macro("clock")
#undef clock
#endif
#ifdef clockid
#define OAIWIRE_HELD_clockid
#pragma push_macro("clockid")
#undef clockid
#endif
#ifdef clone
#define OAIWIRE_HELD_clone
#pragma push_macro("clone")
#undef clone
#endif
#ifdef close
#define OAIWIRE_HELD_close
#pragma push_macro("close")
#undef close
#endif
#ifdef closed
#define OAIWIRE_HELD_closed
#pragma push_macro("closed")
#undef closed
#endif
#ifdef closer
#define OAIWIRE_HELD_closer
#pragma push_macro("closer")
#undef closer
#endif
#ifdef closes
#define OAIWIRE_HELD_closes
#pragma push_macro("closes")
#undef closes
#endif
#ifdef closesocket
#define OAIWIRE_HELD_closesocket
#pragma push_macro("closesocket")
#undef closesocket
#endif
#ifdef closing
#define OAIWIRE_HELD_closing
#pragma push_macro("closing")
#undef closing
#endif
#ifdef cloudflare
#define OAIWIRE_HELD_cloudflare
#pragma push_macro("cloudflare")
#undef cloudflare
#endif
#ifdef cmp_equal
#define OAIWIRE_HELD_cmp_equal
#pragma push_macro("cmp_equal")
#undef cmp_equal
#endif
#ifdef cntrl
#define OAIWIRE_HELD_cntrl
#pragma push_macro("cntrl")
#undef cntrl
#endif
#ifdef co_await
#define OAIWIRE_HELD_co_await
#pragma push_macro("co_await")
#undef co_await
#endif
#ifdef co_return
#define OAIWIRE_HELD_co_return
#pragma push_macro("co_return")
#undef co_return
#endif
#ifdef co_yield
#define OAIWIRE_HELD_co_yield
#pragma push_macro("co_yield")
#undef co_yield
#endif
#ifdef code
#define OAIWIRE_HELD_code
#pragma push_macro("code")
#undef code
#endif
#ifdef codecvt
#define OAIWIRE_HELD_codecvt
#pragma push_macro("codecvt")
#undef codecvt
#endif
#ifdef codes
#define OAIWIRE_HELD_codes
#pragma push_macro("codes")
#undef codes
#endif
#ifdef coding
#define OAIWIRE_HELD_coding
#pragma push_macro("coding")
#undef coding
#endif
#ifdef coincidence
#define OAIWIRE_HELD_coincidence
#pragma push_macro("coincidence")
#undef coincidence
#endif
#ifdef cold
#define OAIWIRE_HELD_cold
#pragma push_macro("cold")
#undef cold
#endif
#ifdef collate
#define OAIWIRE_HELD_collate
#pragma push_macro("collate")
#undef collate
#endif
#ifdef collect
#define OAIWIRE_HELD_collect
#pragma push_macro("collect")
#undef collect
#endif
#ifdef collector
#define OAIWIRE_HELD_collector
#pragma push_macro("collector")
#undef collector
#endif
#ifdef colon
#define OAIWIRE_HELD_colon
#pragma push_macro("colon")
#undef colon
#endif
#ifdef combine
#define OAIWIRE_HELD_combine
#pragma push_macro("combine")
#undef combine
#endif
#ifdef combined
#define OAIWIRE_HELD_combined
#pragma push_macro("combined")
#undef combined
#endif
#ifdef come
#define OAIWIRE_HELD_come
#pragma push_macro("come")
#undef come
#endif
#ifdef comma
#define OAIWIRE_HELD_comma
#pragma push_macro("comma")
#undef comma
#endif
#ifdef command
#define OAIWIRE_HELD_command
#pragma push_macro("command")
#undef command
#endif
#ifdef commands
#define OAIWIRE_HELD_commands
#pragma push_macro("commands")
#undef commands
#endif
#ifdef comment
#define OAIWIRE_HELD_comment
#pragma push_macro("comment")
#undef comment
#endif
#ifdef commentary
#define OAIWIRE_HELD_commentary
#pragma push_macro("commentary")
#undef commentary
#endif
#ifdef comments
#define OAIWIRE_HELD_comments
#pragma push_macro("comments")
#undef comments
#endif
#ifdef commit
#define OAIWIRE_HELD_commit
#pragma push_macro("commit")
#undef commit
#endif
#ifdef common
#define OAIWIRE_HELD_common
#pragma push_macro("common")
#undef common
#endif
#ifdef comp
#define OAIWIRE_HELD_comp
#pragma push_macro("comp")
#undef comp
#endif
#ifdef compact
#define OAIWIRE_HELD_compact
#pragma push_macro("compact")
#undef compact
#endif
#ifdef compaction
#define OAIWIRE_HELD_compaction
#pragma push_macro("compaction")
#undef compaction
#endif
#ifdef compare
#define OAIWIRE_HELD_compare
#pragma push_macro("compare")
#undef compare
#endif
#ifdef compared
#define OAIWIRE_HELD_compared
#pragma push_macro("compared")
#undef compared
#endif
#ifdef complete
#define OAIWIRE_HELD_complete
#pragma push_macro("complete")
#undef complete
#endif
#ifdef completed
#define OAIWIRE_HELD_completed
#pragma push_macro("completed")
#undef completed
#endif
#ifdef completion
#define OAIWIRE_HELD_completion
#pragma push_macro("completion")
#undef completion
#endif
#ifdef completions
#define OAIWIRE_HELD_completions
#pragma push_macro("completions")
#undef completions
#endif
#ifdef complex
#define OAIWIRE_HELD_complex
#pragma push_macro("complex")
#undef complex
#endif
#ifdef complexity
#define OAIWIRE_HELD_complexity
#pragma push_macro("complexity")
#undef complexity
#endif
#ifdef compressed
#define OAIWIRE_HELD_compressed
#pragma push_macro("compressed")
#undef compressed
#endif
#ifdef concat
#define OAIWIRE_HELD_concat
#pragma push_macro("concat")
#undef concat
#endif
#ifdef concept
#define OAIWIRE_HELD_concept
#pragma push_macro("concept")
#undef concept
#endif
#ifdef conclude
#define OAIWIRE_HELD_conclude
#pragma push_macro("conclude")
#undef conclude
#endif
#ifdef concluding
#define OAIWIRE_HELD_concluding
#pragma push_macro("concluding")
#undef concluding
#endif
#ifdef condition
#define OAIWIRE_HELD_condition
#pragma push_macro("condition")
#undef condition
#endif
#ifdef condition_variable
#define OAIWIRE_HELD_condition_variable
#pragma push_macro("condition_variable")
#undef condition_variable
#endif
#ifdef conditional
#define OAIWIRE_HELD_conditional
#pragma push_macro("conditional")
#undef conditional
#endif
#ifdef conditional_t
#define OAIWIRE_HELD_conditional_t
#pragma push_macro("conditional_t")
#undef conditional_t
#endif
#ifdef confidence
#define OAIWIRE_HELD_confidence
#pragma push_macro("confidence")
#undef confidence
#endif
#ifdef confidential
#define OAIWIRE_HELD_confidential
#pragma push_macro("confidential")
#undef confidential
#endif
#ifdef configure
#define OAIWIRE_HELD_configure
#pragma push_macro("configure")
#undef configure
#endif
#ifdef conflict
#define OAIWIRE_HELD_conflict
#pragma push_macro("conflict")
#undef conflict
#endif
#ifdef conform
#define OAIWIRE_HELD_conform
#pragma push_macro("conform")
#undef conform
#endif
#ifdef conformance
#define OAIWIRE_HELD_conformance
#pragma push_macro("conformance")
#undef conformance
#endif
#ifdef conforming
#define OAIWIRE_HELD_conforming
#pragma push_macro("conforming")
#undef conforming
#endif
#ifdef conj
#define OAIWIRE_HELD_conj
#pragma push_macro("conj")
#undef conj
#endif
#ifdef conjunction
#define OAIWIRE_HELD_conjunction
#pragma push_macro("conjunction")
#undef conjunction
#endif
#ifdef connect
#define OAIWIRE_HELD_connect
#pragma push_macro("connect")
#undef connect
#endif
#ifdef connected
#define OAIWIRE_HELD_connected
#pragma push_macro("connected")
#undef connected
#endif
#ifdef connecting
#define OAIWIRE_HELD_connecting
#pragma push_macro("connecting")
#undef connecting
#endif
#ifdef connection
#define OAIWIRE_HELD_connection
#pragma push_macro("connection")
#undef connection
#endif
#ifdef connections
#define OAIWIRE_HELD_connections
#pragma push_macro("connections")
#undef connections
#endif
#ifdef consent
#define OAIWIRE_HELD_consent
#pragma push_macro("consent")
#undef consent
#endif
#ifdef consider
#define OAIWIRE_HELD_consider
#pragma push_macro("consider")
#undef consider
#endif
#ifdef const
#define OAIWIRE_HELD_const
#pragma push_macro("const")
#undef const
#endif
#ifdef const_cast
#define OAIWIRE_HELD_const_cast
#pragma push_macro("const_cast")
#undef const_cast
#endif
#ifdef const_iterator
#define OAIWIRE_HELD_const_iterator
#pragma push_macro("const_iterator")
#undef const_iterator
#endif
#ifdef const_pointer
#define OAIWIRE_HELD_const_pointer
#pragma push_macro("const_pointer")
#undef const_pointer
#endif
#ifdef const_reference
#define OAIWIRE_HELD_const_reference
#pragma push_macro("const_reference")
#undef const_reference
#endif
#ifdef constant
#define OAIWIRE_HELD_constant
#pragma push_macro("constant")
#undef constant
#endif
#ifdef constants
#define OAIWIRE_HELD_constants
#pragma push_macro("constants")
#undef constants
#endif
#ifdef consteval
#define OAIWIRE_HELD_consteval
#pragma push_macro("consteval")
#undef consteval
#endif
#ifdef constexpr
#define OAIWIRE_HELD_constexpr
#pragma push_macro("constexpr")
#undef constexpr
#endif
#ifdef constinit
#define OAIWIRE_HELD_constinit
#pragma push_macro("constinit")
#undef constinit
#endif
#ifdef construct
#define OAIWIRE_HELD_construct
#pragma push_macro("construct")
#undef construct
#endif
#ifdef construct_at
#define OAIWIRE_HELD_construct_at
#pragma push_macro("construct_at")
#undef construct_at
#endif
#ifdef constructible_from
#define OAIWIRE_HELD_constructible_from
#pragma push_macro("constructible_from")
#undef constructible_from
#endif
#ifdef consume
#define OAIWIRE_HELD_consume
#pragma push_macro("consume")
#undef consume
#endif
#ifdef consumed
#define OAIWIRE_HELD_consumed
#pragma push_macro("consumed")
#undef consumed
#endif
#ifdef container
#define OAIWIRE_HELD_container
#pragma push_macro("container")
#undef container
#endif
#ifdef contains
#define OAIWIRE_HELD_contains
#pragma push_macro("contains")
#undef contains
#endif
#ifdef content
#define OAIWIRE_HELD_content
#pragma push_macro("content")
#undef content
#endif
#ifdef content_length
#define OAIWIRE_HELD_content_length
#pragma push_macro("content_length")
#undef content_length
#endif
#ifdef content_type
#define OAIWIRE_HELD_content_type
#pragma push_macro("content_type")
#undef content_type
#endif
#ifdef context
#define OAIWIRE_HELD_context
#pragma push_macro("context")
#undef context
#endif
#ifdef continuation
#define OAIWIRE_HELD_continuation
#pragma push_macro("continuation")
#undef continuation
#endif
#ifdef continue
#define OAIWIRE_HELD_continue
#pragma push_macro("continue")
#undef continue
#endif
#ifdef continues
#define OAIWIRE_HELD_continues
#pragma push_macro("continues")
#undef continues
#endif
#ifdef conversation
#define OAIWIRE_HELD_conversation
#pragma push_macro("conversation")
#undef conversation
#endif
#ifdef convert
#define OAIWIRE_HELD_convert
#pragma push_macro("convert")
#undef convert
#endif
#ifdef converted
#define OAIWIRE_HELD_converted
#pragma push_macro("converted")
#undef converted
#endif
#ifdef convertible_to
#define OAIWIRE_HELD_convertible_to
#pragma push_macro("convertible_to")
#undef convertible_to
#endif
#ifdef copied
#define OAIWIRE_HELD_copied
#pragma push_macro("copied")
#undef copied
#endif
#ifdef copy
#define OAIWIRE_HELD_copy
#pragma push_macro("copy")
#undef copy
#endif
#ifdef copy_n
#define OAIWIRE_HELD_copy_n
#pragma push_macro("copy_n")
#undef copy_n
#endif
#ifdef copyable
#define OAIWIRE_HELD_copyable
#pragma push_macro("copyable")
#undef copyable
#endif
#ifdef copyfmt
#define OAIWIRE_HELD_copyfmt
#pragma push_macro("copyfmt")
#undef copyfmt
#endif
#ifdef copysign
#define OAIWIRE_HELD_copysign
#pragma push_macro("copysign")
#undef copysign
#endif
#ifdef copysignf
#define OAIWIRE_HELD_copysignf
#pragma push_macro("copysignf")
#undef copysignf
#endif
#ifdef copysignl
#define OAIWIRE_HELD_copysignl
#pragma push_macro("copysignl")
#undef copysignl
#endif
#ifdef cos
#define OAIWIRE_HELD_cos
#pragma push_macro("cos")
#undef cos
#endif
#ifdef cosf
#define OAIWIRE_HELD_cosf
#pragma push_macro("cosf")
#undef cosf
#endif
#ifdef cosh
#define OAIWIRE_HELD_cosh
#pragma push_macro("cosh")
#undef cosh
#endif
#ifdef coshf
#define OAIWIRE_HELD_coshf
#pragma push_macro("coshf")
#undef coshf
#endif
#ifdef coshl
#define OAIWIRE_HELD_coshl
#pragma push_macro("coshl")
#undef coshl
#endif
#ifdef cosine
#define OAIWIRE_HELD_cosine
#pragma push_macro("cosine")
#undef cosine
#endif
#ifdef cosl
#define OAIWIRE_HELD_cosl
#pragma push_macro("cosl")
#undef cosl
#endif
#ifdef count
#define OAIWIRE_HELD_count
#pragma push_macro("count")
#undef count
#endif
#ifdef count_if
#define OAIWIRE_HELD_count_if
#pragma push_macro("count_if")
#undef count_if
#endif
#ifdef count_of
#define OAIWIRE_HELD_count_of
#pragma push_macro("count_of")
#undef count_of
#endif
#ifdef counted
#define OAIWIRE_HELD_counted
#pragma push_macro("counted")
#undef counted
#endif
#ifdef counter
#define OAIWIRE_HELD_counter
#pragma push_macro("counter")
#undef counter
#endif
#ifdef counting
#define OAIWIRE_HELD_counting
#pragma push_macro("counting")
#undef counting
#endif
#ifdef countl_zero
#define OAIWIRE_HELD_countl_zero
#pragma push_macro("countl_zero")
#undef countl_zero
#endif
#ifdef countr_one
#define OAIWIRE_HELD_countr_one
#pragma push_macro("countr_one")
#undef countr_one
#endif
#ifdef countr_zero
#define OAIWIRE_HELD_countr_zero
#pragma push_macro("countr_zero")
#undef countr_zero
#endif
#ifdef country
#define OAIWIRE_HELD_country
#pragma push_macro("country")
#undef country
#endif
#ifdef counts
#define OAIWIRE_HELD_counts
#pragma push_macro("counts")
#undef counts
#endif
#ifdef covers
#define OAIWIRE_HELD_covers
#pragma push_macro("covers")
#undef covers
#endif
#ifdef cr
#define OAIWIRE_HELD_cr
#pragma push_macro("cr")
#undef cr
#endif
#ifdef crbegin
#define OAIWIRE_HELD_crbegin
#pragma push_macro("crbegin")
#undef crbegin
#endif
#ifdef create
#define OAIWIRE_HELD_create
#pragma push_macro("create")
#undef create
#endif
#ifdef created
#define OAIWIRE_HELD_created
#pragma push_macro("created")
#undef created
#endif
#ifdef cref
#define OAIWIRE_HELD_cref
#pragma push_macro("cref")
#undef cref
#endif
#ifdef crend
#define OAIWIRE_HELD_crend
#pragma push_macro("crend")
#undef crend
#endif
#ifdef critic
#define OAIWIRE_HELD_critic
#pragma push_macro("critic")
#undef critic
#endif
#ifdef cross
#define OAIWIRE_HELD_cross
#pragma push_macro("cross")
#undef cross
#endif
#ifdef crypto
#define OAIWIRE_HELD_crypto
#pragma push_macro("crypto")
#undef crypto
#endif
#ifdef ctime
#define OAIWIRE_HELD_ctime
#pragma push_macro("ctime")
#undef ctime
#endif
#ifdef ctype
#define OAIWIRE_HELD_ctype
#pragma push_macro("ctype")
#undef ctype
#endif
#ifdef cur
#define OAIWIRE_HELD_cur
#pragma push_macro("cur")
#undef cur
#endif
#ifdef current
#define OAIWIRE_HELD_current
#pragma push_macro("current")
#undef current
#endif
#ifdef current_exception
#define OAIWIRE_HELD_current_exception
#pragma push_macro("current_exception")
#undef current_exception
#endif
#ifdef cursor
#define OAIWIRE_HELD_cursor
#pragma push_macro("cursor")
#undef cursor
#endif
#ifdef custom
#define OAIWIRE_HELD_custom
#pragma push_macro("custom")
#undef custom
#endif
#ifdef cut
#define OAIWIRE_HELD_cut
#pragma push_macro("cut")
#undef cut
#endif
#ifdef cuts
#define OAIWIRE_HELD_cuts
#pragma push_macro("cuts")
#undef cuts
#endif
#ifdef cyber
#define OAIWIRE_HELD_cyber
#pragma push_macro("cyber")
#undef cyber
#endif
#ifdef d
#define OAIWIRE_HELD_d
#pragma push_macro("d")
#undef d
#endif
#ifdef d0
#define OAIWIRE_HELD_d0
#pragma push_macro("d0")
#undef d0
#endif
#ifdef d1
#define OAIWIRE_HELD_d1
#pragma push_macro("d1")
#undef d1
#endif
#ifdef d2
#define OAIWIRE_HELD_d2
#pragma push_macro("d2")
#undef d2
#endif
#ifdef d3
#define OAIWIRE_HELD_d3
#pragma push_macro("d3")
#undef d3
#endif
#ifdef d4
#define OAIWIRE_HELD_d4
#pragma push_macro("d4")
#undef d4
#endif
#ifdef d5
#define OAIWIRE_HELD_d5
#pragma push_macro("d5")
#undef d5
#endif
#ifdef d6
#define OAIWIRE_HELD_d6
#pragma push_macro("d6")
#undef d6
#endif
#ifdef d7
#define OAIWIRE_HELD_d7
#pragma push_macro("d7")
#undef d7
#endif
#ifdef dangling
#define OAIWIRE_HELD_dangling
#pragma push_macro("dangling")
#undef dangling
#endif
#ifdef dash
#define OAIWIRE_HELD_dash
#pragma push_macro("dash")
#undef dash
#endif
#ifdef data
#define OAIWIRE_HELD_data
#pragma push_macro("data")
#undef data
#endif
#ifdef date
#define OAIWIRE_HELD_date
#pragma push_macro("date")
#undef date
#endif
#ifdef dateorder
#define OAIWIRE_HELD_dateorder
#pragma push_macro("dateorder")
#undef dateorder
#endif
#ifdef day
#define OAIWIRE_HELD_day
#pragma push_macro("day")
#undef day
#endif
#ifdef days
#define OAIWIRE_HELD_days
#pragma push_macro("days")
#undef days
#endif
#ifdef deadline
#define OAIWIRE_HELD_deadline
#pragma push_macro("deadline")
#undef deadline
#endif
#ifdef deallocate
#define OAIWIRE_HELD_deallocate
#pragma push_macro("deallocate")
#undef deallocate
#endif
#ifdef dec
#define OAIWIRE_HELD_dec
#pragma push_macro("dec")
#undef dec
#endif
#ifdef deca
#define OAIWIRE_HELD_deca
#pragma push_macro("deca")
#undef deca
#endif
#ifdef decay
#define OAIWIRE_HELD_decay
#pragma push_macro("decay")
#undef decay
#endif
#ifdef decay_t
#define OAIWIRE_HELD_decay_t
#pragma push_macro("decay_t")
#undef decay_t
#endif
#ifdef deci
#define OAIWIRE_HELD_deci
#pragma push_macro("deci")
#undef deci
#endif
#ifdef decide
#define OAIWIRE_HELD_decide
#pragma push_macro("decide")
#undef decide
#endif
#ifdef decided
#define OAIWIRE_HELD_decided
#pragma push_macro("decided")
#undef decided
#endif
#ifdef decimal
#define OAIWIRE_HELD_decimal
#pragma push_macro("decimal")
#undef decimal
#endif
#ifdef decimals
#define OAIWIRE_HELD_decimals
#pragma push_macro("decimals")
#undef decimals
#endif
#ifdef decision
#define OAIWIRE_HELD_decision
#pragma push_macro("decision")
#undef decision
#endif
#ifdef decisions
#define OAIWIRE_HELD_decisions
#pragma push_macro("decisions")
#undef decisions
#endif
#ifdef declare
#define OAIWIRE_HELD_declare
#pragma push_macro("declare")
#undef declare
#endif
#ifdef declared
#define OAIWIRE_HELD_declared
#pragma push_macro("declared")
#undef declared
#endif
#ifdef decltype
#define OAIWIRE_HELD_decltype
#pragma push_macro("decltype")
#undef decltype
#endif
#ifdef declval
#define OAIWIRE_HELD_declval
#pragma push_macro("declval")
#undef declval
#endif
#ifdef decode
#define OAIWIRE_HELD_decode
#pragma push_macro("decode")
#undef decode
#endif
#ifdef decoded
#define OAIWIRE_HELD_decoded
#pragma push_macro("decoded")
#undef decoded
#endif
#ifdef decoder
#define OAIWIRE_HELD_decoder
#pragma push_macro("decoder")
#undef decoder
#endif
#ifdef decodes
#define OAIWIRE_HELD_decodes
#pragma push_macro("decodes")
#undef decodes
#endif
#ifdef decrypt
#define OAIWIRE_HELD_decrypt
#pragma push_macro("decrypt")
#undef decrypt
#endif
#ifdef deepest
#define OAIWIRE_HELD_deepest
#pragma push_macro("deepest")
#undef deepest
#endif
#ifdef deepseek
#define OAIWIRE_HELD_deepseek
#pragma push_macro("deepseek")
#undef deepseek
#endif
#ifdef default
#define OAIWIRE_HELD_default
#pragma push_macro("default")
#undef default
#endif
#ifdef default_
#define OAIWIRE_HELD_default_
#pragma push_macro("default_")
#undef default_
#endif
#ifdef default_sentinel_t
#define OAIWIRE_HELD_default_sentinel_t
#pragma push_macro("default_sentinel_t")
#undef default_sentinel_t
#endif
#ifdef defaultfloat
#define OAIWIRE_HELD_defaultfloat
#pragma push_macro("defaultfloat")
#undef defaultfloat
#endif
#ifdef definition
#define OAIWIRE_HELD_definition
#pragma push_macro("definition")
#undef definition
#endif
#ifdef delay
#define OAIWIRE_HELD_delay
#pragma push_macro("delay")
#undef delay
#endif
#ifdef delegation
#define OAIWIRE_HELD_delegation
#pragma push_macro("delegation")
#undef delegation
#endif
#ifdef delete
#define OAIWIRE_HELD_delete
#pragma push_macro("delete")
#undef delete
#endif
#ifdef deleted
#define OAIWIRE_HELD_deleted
#pragma push_macro("deleted")
#undef deleted
#endif
#ifdef delimiter
#define OAIWIRE_HELD_delimiter
#pragma push_macro("delimiter")
#undef delimiter
#endif
#ifdef deliver
#define OAIWIRE_HELD_deliver
#pragma push_macro("deliver")
#undef deliver
#endif
#ifdef delivered
#define OAIWIRE_HELD_delivered
#pragma push_macro("delivered")
#undef delivered
#endif
#ifdef delta
#define OAIWIRE_HELD_delta
#pragma push_macro("delta")
#undef delta
#endif
#ifdef den
#define OAIWIRE_HELD_den
#pragma push_macro("den")
#undef den
#endif
#ifdef denied
#define OAIWIRE_HELD_denied
#pragma push_macro("denied")
#undef denied
#endif
#ifdef denominator
#define OAIWIRE_HELD_denominator
#pragma push_macro("denominator")
#undef denominator
#endif
#ifdef densities
#define OAIWIRE_HELD_densities
#pragma push_macro("densities")
#undef densities
#endif
#ifdef deny
#define OAIWIRE_HELD_deny
#pragma push_macro("deny")
#undef deny
#endif
#ifdef deployed
#define OAIWIRE_HELD_deployed
#pragma push_macro("deployed")
#undef deployed
#endif
#ifdef deployment
#define OAIWIRE_HELD_deployment
#pragma push_macro("deployment")
#undef deployment
#endif
#ifdef deprecated
#define OAIWIRE_HELD_deprecated
#pragma push_macro("deprecated")
#undef deprecated
#endif
#ifdef depth
#define OAIWIRE_HELD_depth
#pragma push_macro("depth")
#undef depth
#endif
#ifdef deque
#define OAIWIRE_HELD_deque
#pragma push_macro("deque")
#undef deque
#endif
#ifdef derived
#define OAIWIRE_HELD_derived
#pragma push_macro("derived")
#undef derived
#endif
#ifdef derived_from
#define OAIWIRE_HELD_derived_from
#pragma push_macro("derived_from")
#undef derived_from
#endif
#ifdef describe
#define OAIWIRE_HELD_describe
#pragma push_macro("describe")
#undef describe
#endif
#ifdef described
#define OAIWIRE_HELD_described
#pragma push_macro("described")
#undef described
#endif
#ifdef description
#define OAIWIRE_HELD_description
#pragma push_macro("description")
#undef description
#endif
#ifdef deserved
#define OAIWIRE_HELD_deserved
#pragma push_macro("deserved")
#undef deserved
#endif
#ifdef dest
#define OAIWIRE_HELD_dest
#pragma push_macro("dest")
#undef dest
#endif
#ifdef destroy
#define OAIWIRE_HELD_destroy
#pragma push_macro("destroy")
#undef destroy
#endif
#ifdef destroy_at
#define OAIWIRE_HELD_destroy_at
#pragma push_macro("destroy_at")
#undef destroy_at
#endif
#ifdef destructible
#define OAIWIRE_HELD_destructible
#pragma push_macro("destructible")
#undef destructible
#endif
#ifdef detach
#define OAIWIRE_HELD_detach
#pragma push_macro("detach")
#undef detach
#endif
#ifdef detail
#define OAIWIRE_HELD_detail
#pragma push_macro("detail")
#undef detail
#endif
#ifdef details
#define OAIWIRE_HELD_details
#pragma push_macro("details")
#undef details
#endif
#ifdef detected
#define OAIWIRE_HELD_detected
#pragma push_macro("detected")
#undef detected
#endif
#ifdef developer
#define OAIWIRE_HELD_developer
#pragma push_macro("developer")
#undef developer
#endif
#ifdef device
#define OAIWIRE_HELD_device
#pragma push_macro("device")
#undef device
#endif
#ifdef dialect
#define OAIWIRE_HELD_dialect
#pragma push_macro("dialect")
#undef dialect
#endif
#ifdef did
#define OAIWIRE_HELD_did
#pragma push_macro("did")
#undef did
#endif
#ifdef diff
#define OAIWIRE_HELD_diff
#pragma push_macro("diff")
#undef diff
#endif
#ifdef differ
#define OAIWIRE_HELD_differ
#pragma push_macro("differ")
#undef differ
#endif
#ifdef difference
#define OAIWIRE_HELD_difference
#pragma push_macro("difference")
#undef difference
#endif
#ifdef difference_type
#define OAIWIRE_HELD_difference_type
#pragma push_macro("difference_type")
#undef difference_type
#endif
#ifdef differs
#define OAIWIRE_HELD_differs
#pragma push_macro("differs")
#undef differs
#endif
#ifdef difftime
#define OAIWIRE_HELD_difftime
#pragma push_macro("difftime")
#undef difftime
#endif
#ifdef digest
#define OAIWIRE_HELD_digest
#pragma push_macro("digest")
#undef digest
#endif
#ifdef digit
#define OAIWIRE_HELD_digit
#pragma push_macro("digit")
#undef digit
#endif
#ifdef digits
#define OAIWIRE_HELD_digits
#pragma push_macro("digits")
#undef digits
#endif
#ifdef digits10
#define OAIWIRE_HELD_digits10
#pragma push_macro("digits10")
#undef digits10
#endif
#ifdef dimensions
#define OAIWIRE_HELD_dimensions
#pragma push_macro("dimensions")
#undef dimensions
#endif
#ifdef direction
#define OAIWIRE_HELD_direction
#pragma push_macro("direction")
#undef direction
#endif
#ifdef directory
#define OAIWIRE_HELD_directory
#pragma push_macro("directory")
#undef directory
#endif
#ifdef disabled
#define OAIWIRE_HELD_disabled
#pragma push_macro("disabled")
#undef disabled
#endif
#ifdef discard
#define OAIWIRE_HELD_discard
#pragma push_macro("discard")
#undef discard
#endif
#ifdef disconnect
#define OAIWIRE_HELD_disconnect
#pragma push_macro("disconnect")
#undef disconnect
#endif
#ifdef discourage
#define OAIWIRE_HELD_discourage
#pragma push_macro("discourage")
#undef discourage
#endif
#ifdef discriminator
#define OAIWIRE_HELD_discriminator
#pragma push_macro("discriminator")
#undef discriminator
#endif
#ifdef disjunction
#define OAIWIRE_HELD_disjunction
#pragma push_macro("disjunction")
#undef disjunction
#endif
#ifdef disposition
#define OAIWIRE_HELD_disposition
#pragma push_macro("disposition")
#undef disposition
#endif
#ifdef distance
#define OAIWIRE_HELD_distance
#pragma push_macro("distance")
#undef distance
#endif
#ifdef div
#define OAIWIRE_HELD_div
#pragma push_macro("div")
#undef div
#endif
#ifdef div_t
#define OAIWIRE_HELD_div_t
#pragma push_macro("div_t")
#undef div_t
#endif
#ifdef divides
#define OAIWIRE_HELD_divides
#pragma push_macro("divides")
#undef divides
#endif
#ifdef divisor
#define OAIWIRE_HELD_divisor
#pragma push_macro("divisor")
#undef divisor
#endif
#ifdef dmy
#define OAIWIRE_HELD_dmy
#pragma push_macro("dmy")
#undef dmy
#endif
#ifdef do
#define OAIWIRE_HELD_do
#pragma push_macro("do")
#undef do
#endif
#ifdef do_open
#define OAIWIRE_HELD_do_open
#pragma push_macro("do_open")
#undef do_open
#endif
#ifdef document
#define OAIWIRE_HELD_document
#pragma push_macro("document")
#undef document
#endif
#ifdef documents
#define OAIWIRE_HELD_documents
#pragma push_macro("documents")
#undef documents
#endif
#ifdef domain
#define OAIWIRE_HELD_domain
#pragma push_macro("domain")
#undef domain
#endif
#ifdef done
#define OAIWIRE_HELD_done
#pragma push_macro("done")
#undef done
#endif
#ifdef dot
#define OAIWIRE_HELD_dot
#pragma push_macro("dot")
#undef dot
#endif
#ifdef dots
#define OAIWIRE_HELD_dots
#pragma push_macro("dots")
#undef dots
#endif
#ifdef double
#define OAIWIRE_HELD_double
#pragma push_macro("double")
#undef double
#endif
#ifdef doubled
#define OAIWIRE_HELD_doubled
#pragma push_macro("doubled")
#undef doubled
#endif
#ifdef doubt
#define OAIWIRE_HELD_doubt
#pragma push_macro("doubt")
#undef doubt
#endif
#ifdef down
#define OAIWIRE_HELD_down
#pragma push_macro("down")
#undef down
#endif
#ifdef dpo
#define OAIWIRE_HELD_dpo
#pragma push_macro("dpo")
#undef dpo
#endif
#ifdef drain
#define OAIWIRE_HELD_drain
#pragma push_macro("drain")
#undef drain
#endif
#ifdef drive
#define OAIWIRE_HELD_drive
#pragma push_macro("drive")
#undef drive
#endif
#ifdef drop
#define OAIWIRE_HELD_drop
#pragma push_macro("drop")
#undef drop
#endif
#ifdef dropped
#define OAIWIRE_HELD_dropped
#pragma push_macro("dropped")
#undef dropped
#endif
#ifdef drops
#define OAIWIRE_HELD_drops
#pragma push_macro("drops")
#undef drops
#endif
#ifdef due
#define OAIWIRE_HELD_due
#pragma push_macro("due")
#undef due
#endif
#ifdef duplex
#define OAIWIRE_HELD_duplex
#pragma push_macro("duplex")
#undef duplex
#endif
#ifdef duration
#define OAIWIRE_HELD_duration
#pragma push_macro("duration")
#undef duration
#endif
#ifdef dynamic_cast
#define OAIWIRE_HELD_dynamic_cast
#pragma push_macro("dynamic_cast")
#undef dynamic_cast
#endif
#ifdef e
#define OAIWIRE_HELD_e
#pragma push_macro("e")
#undef e
#endif
#ifdef e0
#define OAIWIRE_HELD_e0
#pragma push_macro("e0")
#undef e0
#endif
#ifdef e1
#define OAIWIRE_HELD_e1
#pragma push_macro("e1")
#undef e1
#endif
#ifdef e2
#define OAIWIRE_HELD_e2
#pragma push_macro("e2")
#undef e2
#endif
#ifdef e3
#define OAIWIRE_HELD_e3
#pragma push_macro("e3")
#undef e3
#endif
#ifdef e4
#define OAIWIRE_HELD_e4
#pragma push_macro("e4")
#undef e4
#endif
#ifdef e5
#define OAIWIRE_HELD_e5
#pragma push_macro("e5")
#undef e5
#endif
#ifdef e6
#define OAIWIRE_HELD_e6
#pragma push_macro("e6")
#undef e6
#endif
#ifdef e7
#define OAIWIRE_HELD_e7
#pragma push_macro("e7")
#undef e7
#endif
#ifdef each
#define OAIWIRE_HELD_each
#pragma push_macro("each")
#undef each
#endif
#ifdef eagerness
#define OAIWIRE_HELD_eagerness
#pragma push_macro("eagerness")
#undef eagerness
#endif
#ifdef earlier
#define OAIWIRE_HELD_earlier
#pragma push_macro("earlier")
#undef earlier
#endif
#ifdef east
#define OAIWIRE_HELD_east
#pragma push_macro("east")
#undef east
#endif
#ifdef easy
#define OAIWIRE_HELD_easy
#pragma push_macro("easy")
#undef easy
#endif
#ifdef eback
#define OAIWIRE_HELD_eback
#pragma push_macro("eback")
#undef eback
#endif
#ifdef ec
#define OAIWIRE_HELD_ec
#pragma push_macro("ec")
#undef ec
#endif
#ifdef echo
#define OAIWIRE_HELD_echo
#pragma push_macro("echo")
#undef echo
#endif
#ifdef edge
#define OAIWIRE_HELD_edge
#pragma push_macro("edge")
#undef edge
#endif
#ifdef edit
#define OAIWIRE_HELD_edit
#pragma push_macro("edit")
#undef edit
#endif
#ifdef effort
#define OAIWIRE_HELD_effort
#pragma push_macro("effort")
#undef effort
#endif
#ifdef egamma
#define OAIWIRE_HELD_egamma
#pragma push_macro("egamma")
#undef egamma
#endif
#ifdef egptr
#define OAIWIRE_HELD_egptr
#pragma push_macro("egptr")
#undef egptr
#endif
#ifdef eight
#define OAIWIRE_HELD_eight
#pragma push_macro("eight")
#undef eight
#endif
#ifdef eights
#define OAIWIRE_HELD_eights
#pragma push_macro("eights")
#undef eights
#endif
#ifdef elapsed
#define OAIWIRE_HELD_elapsed
#pragma push_macro("elapsed")
#undef elapsed
#endif
#ifdef element
#define OAIWIRE_HELD_element
#pragma push_macro("element")
#undef element
#endif
#ifdef elements
#define OAIWIRE_HELD_elements
#pragma push_macro("elements")
#undef elements
#endif
#ifdef else
#define OAIWIRE_HELD_else
#pragma push_macro("else")
#undef else
#endif
#ifdef embedding
#define OAIWIRE_HELD_embedding
#pragma push_macro("embedding")
#undef embedding
#endif
#ifdef embeddings
#define OAIWIRE_HELD_embeddings
#pragma push_macro("embeddings")
#undef embeddings
#endif
#ifdef emit
#define OAIWIRE_HELD_emit
#pragma push_macro("emit")
#undef emit
#endif
#ifdef emplace
#define OAIWIRE_HELD_emplace
#pragma push_macro("emplace")
#undef emplace
#endif
#ifdef emplace_back
#define OAIWIRE_HELD_emplace_back
#pragma push_macro("emplace_back")
#undef emplace_back
#endif
#ifdef empty
#define OAIWIRE_HELD_empty
#pragma push_macro("empty")
#undef empty
#endif
#ifdef enable_if
#define OAIWIRE_HELD_enable_if
#pragma push_macro("enable_if")
#undef enable_if
#endif
#ifdef enable_shared_from_this
#define OAIWIRE_HELD_enable_shared_from_this
#pragma push_macro("enable_shared_from_this")
#undef enable_shared_from_this
#endif
#ifdef encoded
#define OAIWIRE_HELD_encoded
#pragma push_macro("encoded")
#undef encoded
#endif
#ifdef encoder
#define OAIWIRE_HELD_encoder
#pragma push_macro("encoder")
#undef encoder
#endif
#ifdef encoding
#define OAIWIRE_HELD_encoding
#pragma push_macro("encoding")
#undef encoding
#endif
#ifdef end
#define OAIWIRE_HELD_end
#pragma push_macro("end")
#undef end
#endif
#ifdef ended
#define OAIWIRE_HELD_ended
#pragma push_macro("ended")
#undef ended
#endif
#ifdef endian
#define OAIWIRE_HELD_endian
#pragma push_macro("endian")
#undef endian
#endif
#ifdef ending
#define OAIWIRE_HELD_ending
#pragma push_macro("ending")
#undef ending
#endif
#ifdef endl
#define OAIWIRE_HELD_endl
#pragma push_macro("endl")
#undef endl
#endif
#ifdef endpoint
#define OAIWIRE_HELD_endpoint
#pragma push_macro("endpoint")
#undef endpoint
#endif
#ifdef ends
#define OAIWIRE_HELD_ends
#pragma push_macro("ends")
#undef ends
#endif
#ifdef engine
#define OAIWIRE_HELD_engine
#pragma push_macro("engine")
#undef engine
#endif
#ifdef enough
#define OAIWIRE_HELD_enough
#pragma push_macro("enough")
#undef enough
#endif
#ifdef enter
#define OAIWIRE_HELD_enter
#pragma push_macro("enter")
#undef enter
#endif
#ifdef entity
#define OAIWIRE_HELD_entity
#pragma push_macro("entity")
#undef entity
#endif
#ifdef entries
#define OAIWIRE_HELD_entries
#pragma push_macro("entries")
#undef entries
#endif
#ifdef entropy
#define OAIWIRE_HELD_entropy
#pragma push_macro("entropy")
#undef entropy
#endif
#ifdef entry
#define OAIWIRE_HELD_entry
#pragma push_macro("entry")
#undef entry
#endif
#ifdef enum
#define OAIWIRE_HELD_enum
#pragma push_macro("enum")
#undef enum
#endif
#ifdef enumerators
#define OAIWIRE_HELD_enumerators
#pragma push_macro("enumerators")
#undef enumerators
#endif
#ifdef env
#define OAIWIRE_HELD_env
#pragma push_macro("env")
#undef env
#endif
#ifdef envelope
#define OAIWIRE_HELD_envelope
#pragma push_macro("envelope")
#undef envelope
#endif
#ifdef environment
#define OAIWIRE_HELD_environment
#pragma push_macro("environment")
#undef environment
#endif
#ifdef eof
#define OAIWIRE_HELD_eof
#pragma push_macro("eof")
#undef eof
#endif
#ifdef eofbit
#define OAIWIRE_HELD_eofbit
#pragma push_macro("eofbit")
#undef eofbit
#endif
#ifdef epilogue
#define OAIWIRE_HELD_epilogue
#pragma push_macro("epilogue")
#undef epilogue
#endif
#ifdef epptr
#define OAIWIRE_HELD_epptr
#pragma push_macro("epptr")
#undef epptr
#endif
#ifdef epsilon
#define OAIWIRE_HELD_epsilon
#pragma push_macro("epsilon")
#undef epsilon
#endif
#ifdef eq
#define OAIWIRE_HELD_eq
#pragma push_macro("eq")
#undef eq
#endif
#ifdef equal
#define OAIWIRE_HELD_equal
#pragma push_macro("equal")
#undef equal
#endif
#ifdef equals
#define OAIWIRE_HELD_equals
#pragma push_macro("equals")
#undef equals
#endif
#ifdef equivalent
#define OAIWIRE_HELD_equivalent
#pragma push_macro("equivalent")
#undef equivalent
#endif
#ifdef erase
#define OAIWIRE_HELD_erase
#pragma push_macro("erase")
#undef erase
#endif
#ifdef erase_if
#define OAIWIRE_HELD_erase_if
#pragma push_macro("erase_if")
#undef erase_if
#endif
#ifdef erased
#define OAIWIRE_HELD_erased
#pragma push_macro("erased")
#undef erased
#endif
#ifdef erf
#define OAIWIRE_HELD_erf
#pragma push_macro("erf")
#undef erf
#endif
#ifdef erfc
#define OAIWIRE_HELD_erfc
#pragma push_macro("erfc")
#undef erfc
#endif
#ifdef erfcf
#define OAIWIRE_HELD_erfcf
#pragma push_macro("erfcf")
#undef erfcf
#endif
#ifdef erfcl
#define OAIWIRE_HELD_erfcl
#pragma push_macro("erfcl")
#undef erfcl
#endif
#ifdef erff
#define OAIWIRE_HELD_erff
#pragma push_macro("erff")
#undef erff
#endif
#ifdef erfl
#define OAIWIRE_HELD_erfl
#pragma push_macro("erfl")
#undef erfl
#endif
#ifdef errc
#define OAIWIRE_HELD_errc
#pragma push_macro("errc")
#undef errc
#endif
#ifdef error
#define OAIWIRE_HELD_error
#pragma push_macro("error")
#undef error
#endif
#ifdef error_code
#define OAIWIRE_HELD_error_code
#pragma push_macro("error_code")
#undef error_code
#endif
#ifdef errored
#define OAIWIRE_HELD_errored
#pragma push_macro("errored")
#undef errored
#endif
#ifdef errors
#define OAIWIRE_HELD_errors
#pragma push_macro("errors")
#undef errors
#endif
#ifdef escape
#define OAIWIRE_HELD_escape
#pragma push_macro("escape")
#undef escape
#endif
#ifdef escaped
#define OAIWIRE_HELD_escaped
#pragma push_macro("escaped")
#undef escaped
#endif
#ifdef escapes
#define OAIWIRE_HELD_escapes
#pragma push_macro("escapes")
#undef escapes
#endif
#ifdef evals
#define OAIWIRE_HELD_evals
#pragma push_macro("evals")
#undef evals
#endif
#ifdef even
#define OAIWIRE_HELD_even
#pragma push_macro("even")
#undef even
#endif
#ifdef event
#define OAIWIRE_HELD_event
#pragma push_macro("event")
#undef event
#endif
#ifdef event_type
#define OAIWIRE_HELD_event_type
#pragma push_macro("event_type")
#undef event_type
#endif
#ifdef eventfd
#define OAIWIRE_HELD_eventfd
#pragma push_macro("eventfd")
#undef eventfd
#endif
#ifdef events
#define OAIWIRE_HELD_events
#pragma push_macro("events")
#undef events
#endif
#ifdef everything
#define OAIWIRE_HELD_everything
#pragma push_macro("everything")
#undef everything
#endif
#ifdef exa
#define OAIWIRE_HELD_exa
#pragma push_macro("exa")
#undef exa
#endif
#ifdef exact
#define OAIWIRE_HELD_exact
#pragma push_macro("exact")
#undef exact
#endif
#ifdef exceeded
#define OAIWIRE_HELD_exceeded
#pragma push_macro("exceeded")
#undef exceeded
#endif
#ifdef exception
#define OAIWIRE_HELD_exception
#pragma push_macro("exception")
#undef exception
#endif
#ifdef exception_ptr
#define OAIWIRE_HELD_exception_ptr
#pragma push_macro("exception_ptr")
#undef exception_ptr
#endif
#ifdef exceptions
#define OAIWIRE_HELD_exceptions
#pragma push_macro("exceptions")
#undef exceptions
#endif
#ifdef excerpt
#define OAIWIRE_HELD_excerpt
#pragma push_macro("excerpt")
#undef excerpt
#endif
#ifdef excess
#define OAIWIRE_HELD_excess
#pragma push_macro("excess")
#undef excess
#endif
#ifdef exchange
#define OAIWIRE_HELD_exchange
#pragma push_macro("exchange")
#undef exchange
#endif
#ifdef exchanges
#define OAIWIRE_HELD_exchanges
#pragma push_macro("exchanges")
#undef exchanges
#endif
#ifdef exclusive
#define OAIWIRE_HELD_exclusive
#pragma push_macro("exclusive")
#undef exclusive
#endif
#ifdef excused
#define OAIWIRE_HELD_excused
#pragma push_macro("excused")
#undef excused
#endif
#ifdef execution
#define OAIWIRE_HELD_execution
#pragma push_macro("execution")
#undef execution
#endif
#ifdef executor
#define OAIWIRE_HELD_executor
#pragma push_macro("executor")
#undef executor
#endif
#ifdef exhaust
#define OAIWIRE_HELD_exhaust
#pragma push_macro("exhaust")
#undef exhaust
#endif
#ifdef exhausted
#define OAIWIRE_HELD_exhausted
#pragma push_macro("exhausted")
#undef exhausted
#endif
#ifdef exists
#define OAIWIRE_HELD_exists
#pragma push_macro("exists")
#undef exists
#endif
#ifdef exit
#define OAIWIRE_HELD_exit
#pragma push_macro("exit")
#undef exit
#endif
#ifdef exp
#define OAIWIRE_HELD_exp
#pragma push_macro("exp")
#undef exp
#endif
#ifdef exp2
#define OAIWIRE_HELD_exp2
#pragma push_macro("exp2")
#undef exp2
#endif
#ifdef exp2f
#define OAIWIRE_HELD_exp2f
#pragma push_macro("exp2f")
#undef exp2f
#endif
#ifdef exp2l
#define OAIWIRE_HELD_exp2l
#pragma push_macro("exp2l")
#undef exp2l
#endif
#ifdef expect
#define OAIWIRE_HELD_expect
#pragma push_macro("expect")
#undef expect
#endif
#ifdef expected
#define OAIWIRE_HELD_expected
#pragma push_macro("expected")
#undef expected
#endif
#ifdef expf
#define OAIWIRE_HELD_expf
#pragma push_macro("expf")
#undef expf
#endif
#ifdef expint
#define OAIWIRE_HELD_expint
#pragma push_macro("expint")
#undef expint
#endif
#ifdef expintf
#define OAIWIRE_HELD_expintf
#pragma push_macro("expintf")
#undef expintf
#endif
#ifdef expintl
#define OAIWIRE_HELD_expintl
#pragma push_macro("expintl")
#undef expintl
#endif
#ifdef expired
#define OAIWIRE_HELD_expired
#pragma push_macro("expired")
#undef expired
#endif
#ifdef expiry
#define OAIWIRE_HELD_expiry
#pragma push_macro("expiry")
#undef expiry
#endif
#ifdef expl
#define OAIWIRE_HELD_expl
#pragma push_macro("expl")
#undef expl
#endif
#ifdef explain
#define OAIWIRE_HELD_explain
#pragma push_macro("explain")
#undef explain
#endif
#ifdef explained
#define OAIWIRE_HELD_explained
#pragma push_macro("explained")
#undef explained
#endif
#ifdef explicit
#define OAIWIRE_HELD_explicit
#pragma push_macro("explicit")
#undef explicit
#endif
#ifdef expm1
#define OAIWIRE_HELD_expm1
#pragma push_macro("expm1")
#undef expm1
#endif
#ifdef expm1f
#define OAIWIRE_HELD_expm1f
#pragma push_macro("expm1f")
#undef expm1f
#endif
#ifdef expm1l
#define OAIWIRE_HELD_expm1l
#pragma push_macro("expm1l")
#undef expm1l
#endif
#ifdef exponent
#define OAIWIRE_HELD_exponent
#pragma push_macro("exponent")
#undef exponent
#endif
#ifdef export
#define OAIWIRE_HELD_export
#pragma push_macro("export")
#undef export
#endif
#ifdef ext
#define OAIWIRE_HELD_ext
#pragma push_macro("ext")
#undef ext
#endif
#ifdef extend
#define OAIWIRE_HELD_extend
#pragma push_macro("extend")
#undef extend
#endif
#ifdef extended
#define OAIWIRE_HELD_extended
#pragma push_macro("extended")
#undef extended
#endif
#ifdef extension
#define OAIWIRE_HELD_extension
#pragma push_macro("extension")
#undef extension
#endif
#ifdef extent
#define OAIWIRE_HELD_extent
#pragma push_macro("extent")
#undef extent
#endif
#ifdef extern
#define OAIWIRE_HELD_extern
#pragma push_macro("extern")
#undef extern
#endif
#ifdef extra
#define OAIWIRE_HELD_extra
#pragma push_macro("extra")
#undef extra
#endif
#ifdef extract
#define OAIWIRE_HELD_extract
#pragma push_macro("extract")
#undef extract
#endif
#ifdef f
#define OAIWIRE_HELD_f
#pragma push_macro("f")
#undef f
#endif
#ifdef f0
#define OAIWIRE_HELD_f0
#pragma push_macro("f0")
#undef f0
#endif
#ifdef f1
#define OAIWIRE_HELD_f1
#pragma push_macro("f1")
#undef f1
#endif
#ifdef f2
#define OAIWIRE_HELD_f2
#pragma push_macro("f2")
#undef f2
#endif
#ifdef f3
#define OAIWIRE_HELD_f3
#pragma push_macro("f3")
#undef f3
#endif
#ifdef f4
#define OAIWIRE_HELD_f4
#pragma push_macro("f4")
#undef f4
#endif
#ifdef f5
#define OAIWIRE_HELD_f5
#pragma push_macro("f5")
#undef f5
#endif
#ifdef f6
#define OAIWIRE_HELD_f6
#pragma push_macro("f6")
#undef f6
#endif
#ifdef f7
#define OAIWIRE_HELD_f7
#pragma push_macro("f7")
#undef f7
#endif
#ifdef fabs
#define OAIWIRE_HELD_fabs
#pragma push_macro("fabs")
#undef fabs
#endif
#ifdef fabsf
#define OAIWIRE_HELD_fabsf
#pragma push_macro("fabsf")
#undef fabsf
#endif
#ifdef fabsl
#define OAIWIRE_HELD_fabsl
#pragma push_macro("fabsl")
#undef fabsl
#endif
#ifdef facet
#define OAIWIRE_HELD_facet
#pragma push_macro("facet")
#undef facet
#endif
#ifdef factor
#define OAIWIRE_HELD_factor
#pragma push_macro("factor")
#undef factor
#endif
#ifdef facts
#define OAIWIRE_HELD_facts
#pragma push_macro("facts")
#undef facts
#endif
#ifdef fail
#define OAIWIRE_HELD_fail
#pragma push_macro("fail")
#undef fail
#endif
#ifdef failbit
#define OAIWIRE_HELD_failbit
#pragma push_macro("failbit")
#undef failbit
#endif
#ifdef failed
#define OAIWIRE_HELD_failed
#pragma push_macro("failed")
#undef failed
#endif
#ifdef failure
#define OAIWIRE_HELD_failure
#pragma push_macro("failure")
#undef failure
#endif
#ifdef fallback
#define OAIWIRE_HELD_fallback
#pragma push_macro("fallback")
#undef fallback
#endif
#ifdef fallthrough
#define OAIWIRE_HELD_fallthrough
#pragma push_macro("fallthrough")
#undef fallthrough
#endif
#ifdef false
#define OAIWIRE_HELD_false
#pragma push_macro("false")
#undef false
#endif
#ifdef false_type
#define OAIWIRE_HELD_false_type
#pragma push_macro("false_type")
#undef false_type
#endif
#ifdef falsename
#define OAIWIRE_HELD_falsename
#pragma push_macro("falsename")
#undef falsename
#endif
#ifdef family
#define OAIWIRE_HELD_family
#pragma push_macro("family")
#undef family
#endif
#ifdef fast
#define OAIWIRE_HELD_fast
#pragma push_macro("fast")
#undef fast
#endif
#ifdef fault
#define OAIWIRE_HELD_fault
#pragma push_macro("fault")
#undef fault
#endif
#ifdef faults
#define OAIWIRE_HELD_faults
#pragma push_macro("faults")
#undef faults
#endif
#ifdef faulty
#define OAIWIRE_HELD_faulty
#pragma push_macro("faulty")
#undef faulty
#endif
#ifdef fclose
#define OAIWIRE_HELD_fclose
#pragma push_macro("fclose")
#undef fclose
#endif
#ifdef fd
#define OAIWIRE_HELD_fd
#pragma push_macro("fd")
#undef fd
#endif
#ifdef fdim
#define OAIWIRE_HELD_fdim
#pragma push_macro("fdim")
#undef fdim
#endif
#ifdef fdimf
#define OAIWIRE_HELD_fdimf
#pragma push_macro("fdimf")
#undef fdimf
#endif
#ifdef fdiml
#define OAIWIRE_HELD_fdiml
#pragma push_macro("fdiml")
#undef fdiml
#endif
#ifdef feclearexcept
#define OAIWIRE_HELD_feclearexcept
#pragma push_macro("feclearexcept")
#undef feclearexcept
#endif
#ifdef feed
#define OAIWIRE_HELD_feed
#pragma push_macro("feed")
#undef feed
#endif
#ifdef fegetenv
#define OAIWIRE_HELD_fegetenv
#pragma push_macro("fegetenv")
#undef fegetenv
#endif
#ifdef fegetexceptflag
#define OAIWIRE_HELD_fegetexceptflag
#pragma push_macro("fegetexceptflag")
#undef fegetexceptflag
#endif
#ifdef fegetround
#define OAIWIRE_HELD_fegetround
#pragma push_macro("fegetround")
#undef fegetround
#endif
#ifdef feholdexcept
#define OAIWIRE_HELD_feholdexcept
#pragma push_macro("feholdexcept")
#undef feholdexcept
#endif
#ifdef femto
#define OAIWIRE_HELD_femto
#pragma push_macro("femto")
#undef femto
#endif
#ifdef fence
#define OAIWIRE_HELD_fence
#pragma push_macro("fence")
#undef fence
#endif
#ifdef fenced
#define OAIWIRE_HELD_fenced
#pragma push_macro("fenced")
#undef fenced
#endif
#ifdef feof
#define OAIWIRE_HELD_feof
#pragma push_macro("feof")
#undef feof
#endif
#ifdef feraiseexcept
#define OAIWIRE_HELD_feraiseexcept
#pragma push_macro("feraiseexcept")
#undef feraiseexcept
#endif
#ifdef ferror
#define OAIWIRE_HELD_ferror
#pragma push_macro("ferror")
#undef ferror
#endif
#ifdef fesetenv
#define OAIWIRE_HELD_fesetenv
#pragma push_macro("fesetenv")
#undef fesetenv
#endif
#ifdef fesetexceptflag
#define OAIWIRE_HELD_fesetexceptflag
#pragma push_macro("fesetexceptflag")
#undef fesetexceptflag
#endif
#ifdef fesetround
#define OAIWIRE_HELD_fesetround
#pragma push_macro("fesetround")
#undef fesetround
#endif
#ifdef fetch
#define OAIWIRE_HELD_fetch
#pragma push_macro("fetch")
#undef fetch
#endif
#ifdef fetched
#define OAIWIRE_HELD_fetched
#pragma push_macro("fetched")
#undef fetched
#endif
#ifdef fetestexcept
#define OAIWIRE_HELD_fetestexcept
#pragma push_macro("fetestexcept")
#undef fetestexcept
#endif
#ifdef feupdateenv
#define OAIWIRE_HELD_feupdateenv
#pragma push_macro("feupdateenv")
#undef feupdateenv
#endif
#ifdef few
#define OAIWIRE_HELD_few
#pragma push_macro("few")
#undef few
#endif
#ifdef fflush
#define OAIWIRE_HELD_fflush
#pragma push_macro("fflush")
#undef fflush
#endif
#ifdef fgetc
#define OAIWIRE_HELD_fgetc
#pragma push_macro("fgetc")
#undef fgetc
#endif
#ifdef fgetpos
#define OAIWIRE_HELD_fgetpos
#pragma push_macro("fgetpos")
#undef fgetpos
#endif
#ifdef fgets
#define OAIWIRE_HELD_fgets
#pragma push_macro("fgets")
#undef fgets
#endif
#ifdef fgetwc
#define OAIWIRE_HELD_fgetwc
#pragma push_macro("fgetwc")
#undef fgetwc
#endif
#ifdef fgetws
#define OAIWIRE_HELD_fgetws
#pragma push_macro("fgetws")
#undef fgetws
#endif
#ifdef field
#define OAIWIRE_HELD_field
#pragma push_macro("field")
#undef field
#endif
#ifdef fields
#define OAIWIRE_HELD_fields
#pragma push_macro("fields")
#undef fields
#endif
#ifdef fifo
#define OAIWIRE_HELD_fifo
#pragma push_macro("fifo")
#undef fifo
#endif
#ifdef figure
#define OAIWIRE_HELD_figure
#pragma push_macro("figure")
#undef figure
#endif
#ifdef file
#define OAIWIRE_HELD_file
#pragma push_macro("file")
#undef file
#endif
#ifdef file_size
#define OAIWIRE_HELD_file_size
#pragma push_macro("file_size")
#undef file_size
#endif
#ifdef filebuf
#define OAIWIRE_HELD_filebuf
#pragma push_macro("filebuf")
#undef filebuf
#endif
#ifdef filename
#define OAIWIRE_HELD_filename
#pragma push_macro("filename")
#undef filename
#endif
#ifdef files
#define OAIWIRE_HELD_files
#pragma push_macro("files")
#undef files
#endif
#ifdef filesystem
#define OAIWIRE_HELD_filesystem
#pragma push_macro("filesystem")
#undef filesystem
#endif
#ifdef fill
#define OAIWIRE_HELD_fill
#pragma push_macro("fill")
#undef fill
#endif
#ifdef fill_n
#define OAIWIRE_HELD_fill_n
#pragma push_macro("fill_n")
#undef fill_n
#endif
#ifdef filter
#define OAIWIRE_HELD_filter
#pragma push_macro("filter")
#undef filter
#endif
#ifdef filtered
#define OAIWIRE_HELD_filtered
#pragma push_macro("filtered")
#undef filtered
#endif
#ifdef filters
#define OAIWIRE_HELD_filters
#pragma push_macro("filters")
#undef filters
#endif
#ifdef final
#define OAIWIRE_HELD_final
#pragma push_macro("final")
#undef final
#endif
#ifdef finalizing
#define OAIWIRE_HELD_finalizing
#pragma push_macro("finalizing")
#undef finalizing
#endif
#ifdef find
#define OAIWIRE_HELD_find
#pragma push_macro("find")
#undef find
#endif
#ifdef find_if
#define OAIWIRE_HELD_find_if
#pragma push_macro("find_if")
#undef find_if
#endif
#ifdef finder
#define OAIWIRE_HELD_finder
#pragma push_macro("finder")
#undef finder
#endif
#ifdef fingerprint
#define OAIWIRE_HELD_fingerprint
#pragma push_macro("fingerprint")
#undef fingerprint
#endif
#ifdef finish
#define OAIWIRE_HELD_finish
#pragma push_macro("finish")
#undef finish
#endif
#ifdef finished
#define OAIWIRE_HELD_finished
#pragma push_macro("finished")
#undef finished
#endif
#ifdef finishes
#define OAIWIRE_HELD_finishes
#pragma push_macro("finishes")
#undef finishes
#endif
#ifdef finishing
#define OAIWIRE_HELD_finishing
#pragma push_macro("finishing")
#undef finishing
#endif
#ifdef finite
#define OAIWIRE_HELD_finite
#pragma push_macro("finite")
#undef finite
#endif
#ifdef fireworks
#define OAIWIRE_HELD_fireworks
#pragma push_macro("fireworks")
#undef fireworks
#endif
#ifdef first
#define OAIWIRE_HELD_first
#pragma push_macro("first")
#undef first
#endif
#ifdef fit
#define OAIWIRE_HELD_fit
#pragma push_macro("fit")
#undef fit
#endif
#ifdef fits
#define OAIWIRE_HELD_fits
#pragma push_macro("fits")
#undef fits
#endif
#ifdef fitting
#define OAIWIRE_HELD_fitting
#pragma push_macro("fitting")
#undef fitting
#endif
#ifdef fixed
#define OAIWIRE_HELD_fixed
#pragma push_macro("fixed")
#undef fixed
#endif
#ifdef flac
#define OAIWIRE_HELD_flac
#pragma push_macro("flac")
#undef flac
#endif
#ifdef flag
#define OAIWIRE_HELD_flag
#pragma push_macro("flag")
#undef flag
#endif
#ifdef flagged
#define OAIWIRE_HELD_flagged
#pragma push_macro("flagged")
#undef flagged
#endif
#ifdef flags
#define OAIWIRE_HELD_flags
#pragma push_macro("flags")
#undef flags
#endif
#ifdef flat
#define OAIWIRE_HELD_flat
#pragma push_macro("flat")
#undef flat
#endif
#ifdef flatten
#define OAIWIRE_HELD_flatten
#pragma push_macro("flatten")
#undef flatten
#endif
#ifdef flex
#define OAIWIRE_HELD_flex
#pragma push_macro("flex")
#undef flex
#endif
#ifdef flip
#define OAIWIRE_HELD_flip
#pragma push_macro("flip")
#undef flip
#endif
#ifdef float
#define OAIWIRE_HELD_float
#pragma push_macro("float")
#undef float
#endif
#ifdef floatfield
#define OAIWIRE_HELD_floatfield
#pragma push_macro("floatfield")
#undef floatfield
#endif
#ifdef floating
#define OAIWIRE_HELD_floating
#pragma push_macro("floating")
#undef floating
#endif
#ifdef floating_point
#define OAIWIRE_HELD_floating_point
#pragma push_macro("floating_point")
#undef floating_point
#endif
#ifdef floats
#define OAIWIRE_HELD_floats
#pragma push_macro("floats")
#undef floats
#endif
#ifdef floor
#define OAIWIRE_HELD_floor
#pragma push_macro("floor")
#undef floor
#endif
#ifdef floorf
#define OAIWIRE_HELD_floorf
#pragma push_macro("floorf")
#undef floorf
#endif
#ifdef floorl
#define OAIWIRE_HELD_floorl
#pragma push_macro("floorl")
#undef floorl
#endif
#ifdef flow
#define OAIWIRE_HELD_flow
#pragma push_macro("flow")
#undef flow
#endif
#ifdef flush
#define OAIWIRE_HELD_flush
#pragma push_macro("flush")
#undef flush
#endif
#ifdef flushed
#define OAIWIRE_HELD_flushed
#pragma push_macro("flushed")
#undef flushed
#endif
#ifdef fma
#define OAIWIRE_HELD_fma
#pragma push_macro("fma")
#undef fma
#endif
#ifdef fmaf
#define OAIWIRE_HELD_fmaf
#pragma push_macro("fmaf")
#undef fmaf
#endif
#ifdef fmal
#define OAIWIRE_HELD_fmal
#pragma push_macro("fmal")
#undef fmal
#endif
#ifdef fmax
#define OAIWIRE_HELD_fmax
#pragma push_macro("fmax")
#undef fmax
#endif
#ifdef fmaxf
#define OAIWIRE_HELD_fmaxf
#pragma push_macro("fmaxf")
#undef fmaxf
#endif
#ifdef fmaxl
#define OAIWIRE_HELD_fmaxl
#pragma push_macro("fmaxl")
#undef fmaxl
#endif
#ifdef fmin
#define OAIWIRE_HELD_fmin
#pragma push_macro("fmin")
#undef fmin
#endif
#ifdef fminf
#define OAIWIRE_HELD_fminf
#pragma push_macro("fminf")
#undef fminf
#endif
#ifdef fminl
#define OAIWIRE_HELD_fminl
#pragma push_macro("fminl")
#undef fminl
#endif
#ifdef fmod
#define OAIWIRE_HELD_fmod
#pragma push_macro("fmod")
#undef fmod
#endif
#ifdef fmodf
#define OAIWIRE_HELD_fmodf
#pragma push_macro("fmodf")
#undef fmodf
#endif
#ifdef fmodl
#define OAIWIRE_HELD_fmodl
#pragma push_macro("fmodl")
#undef fmodl
#endif
#ifdef fmtflags
#define OAIWIRE_HELD_fmtflags
#pragma push_macro("fmtflags")
#undef fmtflags
#endif
#ifdef folded
#define OAIWIRE_HELD_folded
#pragma push_macro("folded")
#undef folded
#endif
#ifdef follow
#define OAIWIRE_HELD_follow
#pragma push_macro("follow")
#undef follow
#endif
#ifdef fopen
#define OAIWIRE_HELD_fopen
#pragma push_macro("fopen")
#undef fopen
#endif
#ifdef for
#define OAIWIRE_HELD_for
#pragma push_macro("for")
#undef for
#endif
#ifdef for_each
#define OAIWIRE_HELD_for_each
#pragma push_macro("for_each")
#undef for_each
#endif
#ifdef forbid
#define OAIWIRE_HELD_forbid
#pragma push_macro("forbid")
#undef forbid
#endif
#ifdef forget
#define OAIWIRE_HELD_forget
#pragma push_macro("forget")
#undef forget
#endif
#ifdef form
#define OAIWIRE_HELD_form
#pragma push_macro("form")
#undef form
#endif
#ifdef format
#define OAIWIRE_HELD_format
#pragma push_macro("format")
#undef format
#endif
#ifdef formatter
#define OAIWIRE_HELD_formatter
#pragma push_macro("formatter")
#undef formatter
#endif
#ifdef forms
#define OAIWIRE_HELD_forms
#pragma push_macro("forms")
#undef forms
#endif
#ifdef forward
#define OAIWIRE_HELD_forward
#pragma push_macro("forward")
#undef forward
#endif
#ifdef forward_iterator
#define OAIWIRE_HELD_forward_iterator
#pragma push_macro("forward_iterator")
#undef forward_iterator
#endif
#ifdef forward_iterator_tag
#define OAIWIRE_HELD_forward_iterator_tag
#pragma push_macro("forward_iterator_tag")
#undef forward_iterator_tag
#endif
#ifdef found
#define OAIWIRE_HELD_found
#pragma push_macro("found")
#undef found
#endif
#ifdef four
#define OAIWIRE_HELD_four
#pragma push_macro("four")
#undef four
#endif
#ifdef fours
#define OAIWIRE_HELD_fours
#pragma push_macro("fours")
#undef fours
#endif
#ifdef fourth
#define OAIWIRE_HELD_fourth
#pragma push_macro("fourth")
#undef fourth
#endif
#ifdef fpclassify
#define OAIWIRE_HELD_fpclassify
#pragma push_macro("fpclassify")
#undef fpclassify
#endif
#ifdef fpos
#define OAIWIRE_HELD_fpos
#pragma push_macro("fpos")
#undef fpos
#endif
#ifdef fprintf
#define OAIWIRE_HELD_fprintf
#pragma push_macro("fprintf")
#undef fprintf
#endif
#ifdef fputc
#define OAIWIRE_HELD_fputc
#pragma push_macro("fputc")
#undef fputc
#endif
#ifdef fputs
#define OAIWIRE_HELD_fputs
#pragma push_macro("fputs")
#undef fputs
#endif
#ifdef fputwc
#define OAIWIRE_HELD_fputwc
#pragma push_macro("fputwc")
#undef fputwc
#endif
#ifdef fputws
#define OAIWIRE_HELD_fputws
#pragma push_macro("fputws")
#undef fputws
#endif
#ifdef fraction
#define OAIWIRE_HELD_fraction
#pragma push_macro("fraction")
#undef fraction
#endif
#ifdef frame
#define OAIWIRE_HELD_frame
#pragma push_macro("frame")
#undef frame
#endif
#ifdef frames
#define OAIWIRE_HELD_frames
#pragma push_macro("frames")
#undef frames
#endif
#ifdef framing
#define OAIWIRE_HELD_framing
#pragma push_macro("framing")
#undef framing
#endif
#ifdef fread
#define OAIWIRE_HELD_fread
#pragma push_macro("fread")
#undef fread
#endif
#ifdef free
#define OAIWIRE_HELD_free
#pragma push_macro("free")
#undef free
#endif
#ifdef freeaddrinfo
#define OAIWIRE_HELD_freeaddrinfo
#pragma push_macro("freeaddrinfo")
#undef freeaddrinfo
#endif
#ifdef freopen
#define OAIWIRE_HELD_freopen
#pragma push_macro("freopen")
#undef freopen
#endif
#ifdef fresh
#define OAIWIRE_HELD_fresh
#pragma push_macro("fresh")
#undef fresh
#endif
#ifdef frexp
#define OAIWIRE_HELD_frexp
#pragma push_macro("frexp")
#undef frexp
#endif
#ifdef frexpf
#define OAIWIRE_HELD_frexpf
#pragma push_macro("frexpf")
#undef frexpf
#endif
#ifdef frexpl
#define OAIWIRE_HELD_frexpl
#pragma push_macro("frexpl")
#undef frexpl
#endif
#ifdef friend
#define OAIWIRE_HELD_friend
#pragma push_macro("friend")
#undef friend
#endif
#ifdef from
#define OAIWIRE_HELD_from
#pragma push_macro("from")
#undef from
#endif
#ifdef from_chars
#define OAIWIRE_HELD_from_chars
#pragma push_macro("from_chars")
#undef from_chars
#endif
#ifdef front
#define OAIWIRE_HELD_front
#pragma push_macro("front")
#undef front
#endif
#ifdef fscanf
#define OAIWIRE_HELD_fscanf
#pragma push_macro("fscanf")
#undef fscanf
#endif
#ifdef fseek
#define OAIWIRE_HELD_fseek
#pragma push_macro("fseek")
#undef fseek
#endif
#ifdef fsetpos
#define OAIWIRE_HELD_fsetpos
#pragma push_macro("fsetpos")
#undef fsetpos
#endif
#ifdef fstream
#define OAIWIRE_HELD_fstream
#pragma push_macro("fstream")
#undef fstream
#endif
#ifdef ftell
#define OAIWIRE_HELD_ftell
#pragma push_macro("ftell")
#undef ftell
#endif
#ifdef full
#define OAIWIRE_HELD_full
#pragma push_macro("full")
#undef full
#endif
#ifdef fun
#define OAIWIRE_HELD_fun
#pragma push_macro("fun")
#undef fun
#endif
#ifdef function
#define OAIWIRE_HELD_function
#pragma push_macro("function")
#undef function
#endif
#ifdef functions
#define OAIWIRE_HELD_functions
#pragma push_macro("functions")
#undef functions
#endif
#ifdef fwide
#define OAIWIRE_HELD_fwide
#pragma push_macro("fwide")
#undef fwide
#endif
#ifdef fwprintf
#define OAIWIRE_HELD_fwprintf
#pragma push_macro("fwprintf")
#undef fwprintf
#endif
#ifdef fwrite
#define OAIWIRE_HELD_fwrite
#pragma push_macro("fwrite")
#undef fwrite
#endif
#ifdef fwscanf
#define OAIWIRE_HELD_fwscanf
#pragma push_macro("fwscanf")
#undef fwscanf
#endif
#ifdef g
#define OAIWIRE_HELD_g
#pragma push_macro("g")
#undef g
#endif
#ifdef g0
#define OAIWIRE_HELD_g0
#pragma push_macro("g0")
#undef g0
#endif
#ifdef g1
#define OAIWIRE_HELD_g1
#pragma push_macro("g1")
#undef g1
#endif
#ifdef g2
#define OAIWIRE_HELD_g2
#pragma push_macro("g2")
#undef g2
#endif
#ifdef g3
#define OAIWIRE_HELD_g3
#pragma push_macro("g3")
#undef g3
#endif
#ifdef g4
#define OAIWIRE_HELD_g4
#pragma push_macro("g4")
#undef g4
#endif
#ifdef g5
#define OAIWIRE_HELD_g5
#pragma push_macro("g5")
#undef g5
#endif
#ifdef g6
#define OAIWIRE_HELD_g6
#pragma push_macro("g6")
#undef g6
#endif
#ifdef g7
#define OAIWIRE_HELD_g7
#pragma push_macro("g7")
#undef g7
#endif
#ifdef gamma
#define OAIWIRE_HELD_gamma
#pragma push_macro("gamma")
#undef gamma
#endif
#ifdef gap
#define OAIWIRE_HELD_gap
#pragma push_macro("gap")
#undef gap
#endif
#ifdef garbled
#define OAIWIRE_HELD_garbled
#pragma push_macro("garbled")
#undef garbled
#endif
#ifdef gbump
#define OAIWIRE_HELD_gbump
#pragma push_macro("gbump")
#undef gbump
#endif
#ifdef gcd
#define OAIWIRE_HELD_gcd
#pragma push_macro("gcd")
#undef gcd
#endif
#ifdef gcm
#define OAIWIRE_HELD_gcm
#pragma push_macro("gcm")
#undef gcm
#endif
#ifdef gcount
#define OAIWIRE_HELD_gcount
#pragma push_macro("gcount")
#undef gcount
#endif
#ifdef gemini
#define OAIWIRE_HELD_gemini
#pragma push_macro("gemini")
#undef gemini
#endif
#ifdef general
#define OAIWIRE_HELD_general
#pragma push_macro("general")
#undef general
#endif
#ifdef generate
#define OAIWIRE_HELD_generate
#pragma push_macro("generate")
#undef generate
#endif
#ifdef generating
#define OAIWIRE_HELD_generating
#pragma push_macro("generating")
#undef generating
#endif
#ifdef get
#define OAIWIRE_HELD_get
#pragma push_macro("get")
#undef get
#endif
#ifdef get_if
#define OAIWIRE_HELD_get_if
#pragma push_macro("get_if")
#undef get_if
#endif
#ifdef getaddrinfo
#define OAIWIRE_HELD_getaddrinfo
#pragma push_macro("getaddrinfo")
#undef getaddrinfo
#endif
#ifdef getc
#define OAIWIRE_HELD_getc
#pragma push_macro("getc")
#undef getc
#endif
#ifdef getchar
#define OAIWIRE_HELD_getchar
#pragma push_macro("getchar")
#undef getchar
#endif
#ifdef getenv
#define OAIWIRE_HELD_getenv
#pragma push_macro("getenv")
#undef getenv
#endif
#ifdef getline
#define OAIWIRE_HELD_getline
#pragma push_macro("getline")
#undef getline
#endif
#ifdef getloc
#define OAIWIRE_HELD_getloc
#pragma push_macro("getloc")
#undef getloc
#endif
#ifdef gets
#define OAIWIRE_HELD_gets
#pragma push_macro("gets")
#undef gets
#endif
#ifdef getsockname
#define OAIWIRE_HELD_getsockname
#pragma push_macro("getsockname")
#undef getsockname
#endif
#ifdef getsockopt
#define OAIWIRE_HELD_getsockopt
#pragma push_macro("getsockopt")
#undef getsockopt
#endif
#ifdef getwc
#define OAIWIRE_HELD_getwc
#pragma push_macro("getwc")
#undef getwc
#endif
#ifdef getwchar
#define OAIWIRE_HELD_getwchar
#pragma push_macro("getwchar")
#undef getwchar
#endif
#ifdef gif
#define OAIWIRE_HELD_gif
#pragma push_macro("gif")
#undef gif
#endif
#ifdef giga
#define OAIWIRE_HELD_giga
#pragma push_macro("giga")
#undef giga
#endif
#ifdef give
#define OAIWIRE_HELD_give
#pragma push_macro("give")
#undef give
#endif
#ifdef given
#define OAIWIRE_HELD_given
#pragma push_macro("given")
#undef given
#endif
#ifdef gleu
#define OAIWIRE_HELD_gleu
#pragma push_macro("gleu")
#undef gleu
#endif
#ifdef global
#define OAIWIRE_HELD_global
#pragma push_macro("global")
#undef global
#endif
#ifdef gmtime
#define OAIWIRE_HELD_gmtime
#pragma push_macro("gmtime")
#undef gmtime
#endif
#ifdef gnu
#define OAIWIRE_HELD_gnu
#pragma push_macro("gnu")
#undef gnu
#endif
#ifdef go
#define OAIWIRE_HELD_go
#pragma push_macro("go")
#undef go
#endif
#ifdef gone
#define OAIWIRE_HELD_gone
#pragma push_macro("gone")
#undef gone
#endif
#ifdef good
#define OAIWIRE_HELD_good
#pragma push_macro("good")
#undef good
#endif
#ifdef goodbit
#define OAIWIRE_HELD_goodbit
#pragma push_macro("goodbit")
#undef goodbit
#endif
#ifdef google
#define OAIWIRE_HELD_google
#pragma push_macro("google")
#undef google
#endif
#ifdef got
#define OAIWIRE_HELD_got
#pragma push_macro("got")
#undef got
#endif
#ifdef goto
#define OAIWIRE_HELD_goto
#pragma push_macro("goto")
#undef goto
#endif
#ifdef gptr
#define OAIWIRE_HELD_gptr
#pragma push_macro("gptr")
#undef gptr
#endif
#ifdef grader
#define OAIWIRE_HELD_grader
#pragma push_macro("grader")
#undef grader
#endif
#ifdef graders
#define OAIWIRE_HELD_graders
#pragma push_macro("graders")
#undef graders
#endif
#ifdef grammar
#define OAIWIRE_HELD_grammar
#pragma push_macro("grammar")
#undef grammar
#endif
#ifdef grant
#define OAIWIRE_HELD_grant
#pragma push_macro("grant")
#undef grant
#endif
#ifdef granted
#define OAIWIRE_HELD_granted
#pragma push_macro("granted")
#undef granted
#endif
#ifdef graph
#define OAIWIRE_HELD_graph
#pragma push_macro("graph")
#undef graph
#endif
#ifdef greater
#define OAIWIRE_HELD_greater
#pragma push_macro("greater")
#undef greater
#endif
#ifdef greatest
#define OAIWIRE_HELD_greatest
#pragma push_macro("greatest")
#undef greatest
#endif
#ifdef greedy
#define OAIWIRE_HELD_greedy
#pragma push_macro("greedy")
#undef greedy
#endif
#ifdef groq
#define OAIWIRE_HELD_groq
#pragma push_macro("groq")
#undef groq
#endif
#ifdef group
#define OAIWIRE_HELD_group
#pragma push_macro("group")
#undef group
#endif
#ifdef grouping
#define OAIWIRE_HELD_grouping
#pragma push_macro("grouping")
#undef grouping
#endif
#ifdef groups
#define OAIWIRE_HELD_groups
#pragma push_macro("groups")
#undef groups
#endif
#ifdef grow
#define OAIWIRE_HELD_grow
#pragma push_macro("grow")
#undef grow
#endif
#ifdef grown
#define OAIWIRE_HELD_grown
#pragma push_macro("grown")
#undef grown
#endif
#ifdef guard
#define OAIWIRE_HELD_guard
#pragma push_macro("guard")
#undef guard
#endif
#ifdef guarded
#define OAIWIRE_HELD_guarded
#pragma push_macro("guarded")
#undef guarded
#endif
#ifdef guess
#define OAIWIRE_HELD_guess
#pragma push_macro("guess")
#undef guess
#endif
#ifdef h
#define OAIWIRE_HELD_h
#pragma push_macro("h")
#undef h
#endif
#ifdef h0
#define OAIWIRE_HELD_h0
#pragma push_macro("h0")
#undef h0
#endif
#ifdef h1
#define OAIWIRE_HELD_h1
#pragma push_macro("h1")
#undef h1
#endif
#ifdef h2
#define OAIWIRE_HELD_h2
#pragma push_macro("h2")
#undef h2
#endif
#ifdef h3
#define OAIWIRE_HELD_h3
#pragma push_macro("h3")
#undef h3
#endif
#ifdef h4
#define OAIWIRE_HELD_h4
#pragma push_macro("h4")
#undef h4
#endif
#ifdef h5
#define OAIWIRE_HELD_h5
#pragma push_macro("h5")
#undef h5
#endif
#ifdef h6
#define OAIWIRE_HELD_h6
#pragma push_macro("h6")
#undef h6
#endif
#ifdef h7
#define OAIWIRE_HELD_h7
#pragma push_macro("h7")
#undef h7
#endif
#ifdef had
#define OAIWIRE_HELD_had
#pragma push_macro("had")
#undef had
#endif
#ifdef half
#define OAIWIRE_HELD_half
#pragma push_macro("half")
#undef half
#endif
#ifdef halfway
#define OAIWIRE_HELD_halfway
#pragma push_macro("halfway")
#undef halfway
#endif
#ifdef halves
#define OAIWIRE_HELD_halves
#pragma push_macro("halves")
#undef halves
#endif
#ifdef handle
#define OAIWIRE_HELD_handle
#pragma push_macro("handle")
#undef handle
#endif
#ifdef handler
#define OAIWIRE_HELD_handler
#pragma push_macro("handler")
#undef handler
#endif
#ifdef handling
#define OAIWIRE_HELD_handling
#pragma push_macro("handling")
#undef handling
#endif
#ifdef handshake
#define OAIWIRE_HELD_handshake
#pragma push_macro("handshake")
#undef handshake
#endif
#ifdef harassment
#define OAIWIRE_HELD_harassment
#pragma push_macro("harassment")
#undef harassment
#endif
#ifdef harmless
#define OAIWIRE_HELD_harmless
#pragma push_macro("harmless")
#undef harmless
#endif
#ifdef has
#define OAIWIRE_HELD_has
#pragma push_macro("has")
#undef has
#endif
#ifdef has_value
#define OAIWIRE_HELD_has_value
#pragma push_macro("has_value")
#undef has_value
#endif
#ifdef hash
#define OAIWIRE_HELD_hash
#pragma push_macro("hash")
#undef hash
#endif
#ifdef hasher
#define OAIWIRE_HELD_hasher
#pragma push_macro("hasher")
#undef hasher
#endif
#ifdef hate
#define OAIWIRE_HELD_hate
#pragma push_macro("hate")
#undef hate
#endif
#ifdef hd
#define OAIWIRE_HELD_hd
#pragma push_macro("hd")
#undef hd
#endif
#ifdef head
#define OAIWIRE_HELD_head
#pragma push_macro("head")
#undef head
#endif
#ifdef header
#define OAIWIRE_HELD_header
#pragma push_macro("header")
#undef header
#endif
#ifdef headers
#define OAIWIRE_HELD_headers
#pragma push_macro("headers")
#undef headers
#endif
#ifdef heading
#define OAIWIRE_HELD_heading
#pragma push_macro("heading")
#undef heading
#endif
#ifdef heard
#define OAIWIRE_HELD_heard
#pragma push_macro("heard")
#undef heard
#endif
#ifdef hecto
#define OAIWIRE_HELD_hecto
#pragma push_macro("hecto")
#undef hecto
#endif
#ifdef height
#define OAIWIRE_HELD_height
#pragma push_macro("height")
#undef height
#endif
#ifdef held
#define OAIWIRE_HELD_held
#pragma push_macro("held")
#undef held
#endif
#ifdef here
#define OAIWIRE_HELD_here
#pragma push_macro("here")
#undef here
#endif
#ifdef hermite
#define OAIWIRE_HELD_hermite
#pragma push_macro("hermite")
#undef hermite
#endif
#ifdef hermitef
#define OAIWIRE_HELD_hermitef
#pragma push_macro("hermitef")
#undef hermitef
#endif
#ifdef hermitel
#define OAIWIRE_HELD_hermitel
#pragma push_macro("hermitel")
#undef hermitel
#endif
#ifdef hex
#define OAIWIRE_HELD_hex
#pragma push_macro("hex")
#undef hex
#endif
#ifdef hex4
#define OAIWIRE_HELD_hex4
#pragma push_macro("hex4")
#undef hex4
#endif
#ifdef hexfloat
#define OAIWIRE_HELD_hexfloat
#pragma push_macro("hexfloat")
#undef hexfloat
#endif
#ifdef hidden
#define OAIWIRE_HELD_hidden
#pragma push_macro("hidden")
#undef hidden
#endif
#ifdef hide
#define OAIWIRE_HELD_hide
#pragma push_macro("hide")
#undef hide
#endif
#ifdef hides
#define OAIWIRE_HELD_hides
#pragma push_macro("hides")
#undef hides
#endif
#ifdef high
#define OAIWIRE_HELD_high
#pragma push_macro("high")
#undef high
#endif
#ifdef highs
#define OAIWIRE_HELD_highs
#pragma push_macro("highs")
#undef highs
#endif
#ifdef hints
#define OAIWIRE_HELD_hints
#pragma push_macro("hints")
#undef hints
#endif
#ifdef histories
#define OAIWIRE_HELD_histories
#pragma push_macro("histories")
#undef histories
#endif
#ifdef history
#define OAIWIRE_HELD_history
#pragma push_macro("history")
#undef history
#endif
#ifdef hit
#define OAIWIRE_HELD_hit
#pragma push_macro("hit")
#undef hit
#endif
#ifdef hmac
#define OAIWIRE_HELD_hmac
#pragma push_macro("hmac")
#undef hmac
#endif
#ifdef hold
#define OAIWIRE_HELD_hold
#pragma push_macro("hold")
#undef hold
#endif
#ifdef holder
#define OAIWIRE_HELD_holder
#pragma push_macro("holder")
#undef holder
#endif
#ifdef holding
#define OAIWIRE_HELD_holding
#pragma push_macro("holding")
#undef holding
#endif
#ifdef holds
#define OAIWIRE_HELD_holds
#pragma push_macro("holds")
#undef holds
#endif
#ifdef holds_alternative
#define OAIWIRE_HELD_holds_alternative
#pragma push_macro("holds_alternative")
#undef holds_alternative
#endif
#ifdef home
#define OAIWIRE_HELD_home
#pragma push_macro("home")
#undef home
#endif
#ifdef hook
#define OAIWIRE_HELD_hook
#pragma push_macro("hook")
#undef hook
#endif
#ifdef hooks
#define OAIWIRE_HELD_hooks
#pragma push_macro("hooks")
#undef hooks
#endif
#ifdef host
#define OAIWIRE_HELD_host
#pragma push_macro("host")
#undef host
#endif
#ifdef hour
#define OAIWIRE_HELD_hour
#pragma push_macro("hour")
#undef hour
#endif
#ifdef hours
#define OAIWIRE_HELD_hours
#pragma push_macro("hours")
#undef hours
#endif
#ifdef how
#define OAIWIRE_HELD_how
#pragma push_macro("how")
#undef how
#endif
#ifdef http
#define OAIWIRE_HELD_http
#pragma push_macro("http")
#undef http
#endif
#ifdef httplib
#define OAIWIRE_HELD_httplib
#pragma push_macro("httplib")
#undef httplib
#endif
#ifdef hundreds
#define OAIWIRE_HELD_hundreds
#pragma push_macro("hundreds")
#undef hundreds
#endif
#ifdef hyperparameters
#define OAIWIRE_HELD_hyperparameters
#pragma push_macro("hyperparameters")
#undef hyperparameters
#endif
#ifdef hypot
#define OAIWIRE_HELD_hypot
#pragma push_macro("hypot")
#undef hypot
#endif
#ifdef hypotf
#define OAIWIRE_HELD_hypotf
#pragma push_macro("hypotf")
#undef hypotf
#endif
#ifdef hypotl
#define OAIWIRE_HELD_hypotl
#pragma push_macro("hypotl")
#undef hypotl
#endif
#ifdef i
#define OAIWIRE_HELD_i
#pragma push_macro("i")
#undef i
#endif
#ifdef id
#define OAIWIRE_HELD_id
#pragma push_macro("id")
#undef id
#endif
#ifdef identify
#define OAIWIRE_HELD_identify
#pragma push_macro("identify")
#undef identify
#endif
#ifdef identity
#define OAIWIRE_HELD_identity
#pragma push_macro("identity")
#undef identity
#endif
#ifdef idle
#define OAIWIRE_HELD_idle
#pragma push_macro("idle")
#undef idle
#endif
#ifdef ids
#define OAIWIRE_HELD_ids
#pragma push_macro("ids")
#undef ids
#endif
#ifdef if
#define OAIWIRE_HELD_if
#pragma push_macro("if")
#undef if
#endif
#ifdef ifstream
#define OAIWIRE_HELD_ifstream
#pragma push_macro("ifstream")
#undef ifstream
#endif
#ifdef ignorable
#define OAIWIRE_HELD_ignorable
#pragma push_macro("ignorable")
#undef ignorable
#endif
#ifdef ignore
#define OAIWIRE_HELD_ignore
#pragma push_macro("ignore")
#undef ignore
#endif
#ifdef ignored
#define OAIWIRE_HELD_ignored
#pragma push_macro("ignored")
#undef ignored
#endif
#ifdef ilike
#define OAIWIRE_HELD_ilike
#pragma push_macro("ilike")
#undef ilike
#endif
#ifdef illicit
#define OAIWIRE_HELD_illicit
#pragma push_macro("illicit")
#undef illicit
#endif
#ifdef ilogb
#define OAIWIRE_HELD_ilogb
#pragma push_macro("ilogb")
#undef ilogb
#endif
#ifdef ilogbf
#define OAIWIRE_HELD_ilogbf
#pragma push_macro("ilogbf")
#undef ilogbf
#endif
#ifdef ilogbl
#define OAIWIRE_HELD_ilogbl
#pragma push_macro("ilogbl")
#undef ilogbl
#endif
#ifdef imag
#define OAIWIRE_HELD_imag
#pragma push_macro("imag")
#undef imag
#endif
#ifdef image
#define OAIWIRE_HELD_image
#pragma push_macro("image")
#undef image
#endif
#ifdef images
#define OAIWIRE_HELD_images
#pragma push_macro("images")
#undef images
#endif
#ifdef imaxabs
#define OAIWIRE_HELD_imaxabs
#pragma push_macro("imaxabs")
#undef imaxabs
#endif
#ifdef imaxdiv
#define OAIWIRE_HELD_imaxdiv
#pragma push_macro("imaxdiv")
#undef imaxdiv
#endif
#ifdef imbue
#define OAIWIRE_HELD_imbue
#pragma push_macro("imbue")
#undef imbue
#endif
#ifdef in
#define OAIWIRE_HELD_in
#pragma push_macro("in")
#undef in
#endif
#ifdef in_place
#define OAIWIRE_HELD_in_place
#pragma push_macro("in_place")
#undef in_place
#endif
#ifdef in_place_index
#define OAIWIRE_HELD_in_place_index
#pragma push_macro("in_place_index")
#undef in_place_index
#endif
#ifdef in_place_index_t
#define OAIWIRE_HELD_in_place_index_t
#pragma push_macro("in_place_index_t")
#undef in_place_index_t
#endif
#ifdef in_place_type
#define OAIWIRE_HELD_in_place_type
#pragma push_macro("in_place_type")
#undef in_place_type
#endif
#ifdef in_place_type_t
#define OAIWIRE_HELD_in_place_type_t
#pragma push_macro("in_place_type_t")
#undef in_place_type_t
#endif
#ifdef include
#define OAIWIRE_HELD_include
#pragma push_macro("include")
#undef include
#endif
#ifdef includes
#define OAIWIRE_HELD_includes
#pragma push_macro("includes")
#undef includes
#endif
#ifdef inclusive
#define OAIWIRE_HELD_inclusive
#pragma push_macro("inclusive")
#undef inclusive
#endif
#ifdef incoming
#define OAIWIRE_HELD_incoming
#pragma push_macro("incoming")
#undef incoming
#endif
#ifdef incomplete
#define OAIWIRE_HELD_incomplete
#pragma push_macro("incomplete")
#undef incomplete
#endif
#ifdef increment
#define OAIWIRE_HELD_increment
#pragma push_macro("increment")
#undef increment
#endif
#ifdef incrementable
#define OAIWIRE_HELD_incrementable
#pragma push_macro("incrementable")
#undef incrementable
#endif
#ifdef indents
#define OAIWIRE_HELD_indents
#pragma push_macro("indents")
#undef indents
#endif
#ifdef index
#define OAIWIRE_HELD_index
#pragma push_macro("index")
#undef index
#endif
#ifdef index_of
#define OAIWIRE_HELD_index_of
#pragma push_macro("index_of")
#undef index_of
#endif
#ifdef index_sequence
#define OAIWIRE_HELD_index_sequence
#pragma push_macro("index_sequence")
#undef index_sequence
#endif
#ifdef index_sequence_for
#define OAIWIRE_HELD_index_sequence_for
#pragma push_macro("index_sequence_for")
#undef index_sequence_for
#endif
#ifdef indexed
#define OAIWIRE_HELD_indexed
#pragma push_macro("indexed")
#undef indexed
#endif
#ifdef indices
#define OAIWIRE_HELD_indices
#pragma push_macro("indices")
#undef indices
#endif
#ifdef infinite
#define OAIWIRE_HELD_infinite
#pragma push_macro("infinite")
#undef infinite
#endif
#ifdef infinity
#define OAIWIRE_HELD_infinity
#pragma push_macro("infinity")
#undef infinity
#endif
#ifdef info
#define OAIWIRE_HELD_info
#pragma push_macro("info")
#undef info
#endif
#ifdef init
#define OAIWIRE_HELD_init
#pragma push_macro("init")
#undef init
#endif
#ifdef initializer_list
#define OAIWIRE_HELD_initializer_list
#pragma push_macro("initializer_list")
#undef initializer_list
#endif
#ifdef inject
#define OAIWIRE_HELD_inject
#pragma push_macro("inject")
#undef inject
#endif
#ifdef inline
#define OAIWIRE_HELD_inline
#pragma push_macro("inline")
#undef inline
#endif
#ifdef inner
#define OAIWIRE_HELD_inner
#pragma push_macro("inner")
#undef inner
#endif
#ifdef inplace
#define OAIWIRE_HELD_inplace
#pragma push_macro("inplace")
#undef inplace
#endif
#ifdef input
#define OAIWIRE_HELD_input
#pragma push_macro("input")
#undef input
#endif
#ifdef input_iterator_tag
#define OAIWIRE_HELD_input_iterator_tag
#pragma push_macro("input_iterator_tag")
#undef input_iterator_tag
#endif
#ifdef insert
#define OAIWIRE_HELD_insert
#pragma push_macro("insert")
#undef insert
#endif
#ifdef inserted
#define OAIWIRE_HELD_inserted
#pragma push_macro("inserted")
#undef inserted
#endif
#ifdef inserter
#define OAIWIRE_HELD_inserter
#pragma push_macro("inserter")
#undef inserter
#endif
#ifdef inside
#define OAIWIRE_HELD_inside
#pragma push_macro("inside")
#undef inside
#endif
#ifdef instruction
#define OAIWIRE_HELD_instruction
#pragma push_macro("instruction")
#undef instruction
#endif
#ifdef instructions
#define OAIWIRE_HELD_instructions
#pragma push_macro("instructions")
#undef instructions
#endif
#ifdef int
#define OAIWIRE_HELD_int
#pragma push_macro("int")
#undef int
#endif
#ifdef int16_t
#define OAIWIRE_HELD_int16_t
#pragma push_macro("int16_t")
#undef int16_t
#endif
#ifdef int32
#define OAIWIRE_HELD_int32
#pragma push_macro("int32")
#undef int32
#endif
#ifdef int32_t
#define OAIWIRE_HELD_int32_t
#pragma push_macro("int32_t")
#undef int32_t
#endif
#ifdef int64_t
#define OAIWIRE_HELD_int64_t
#pragma push_macro("int64_t")
#undef int64_t
#endif
#ifdef int8_t
#define OAIWIRE_HELD_int8_t
#pragma push_macro("int8_t")
#undef int8_t
#endif
#ifdef integer
#define OAIWIRE_HELD_integer
#pragma push_macro("integer")
#undef integer
#endif
#ifdef integral
#define OAIWIRE_HELD_integral
#pragma push_macro("integral")
#undef integral
#endif
#ifdef integral_constant
#define OAIWIRE_HELD_integral_constant
#pragma push_macro("integral_constant")
#undef integral_constant
#endif
#ifdef integrations
#define OAIWIRE_HELD_integrations
#pragma push_macro("integrations")
#undef integrations
#endif
#ifdef intent
#define OAIWIRE_HELD_intent
#pragma push_macro("intent")
#undef intent
#endif
#ifdef interleaved
#define OAIWIRE_HELD_interleaved
#pragma push_macro("interleaved")
#undef interleaved
#endif
#ifdef internal
#define OAIWIRE_HELD_internal
#pragma push_macro("internal")
#undef internal
#endif
#ifdef interpret
#define OAIWIRE_HELD_interpret
#pragma push_macro("interpret")
#undef interpret
#endif
#ifdef interpreting
#define OAIWIRE_HELD_interpreting
#pragma push_macro("interpreting")
#undef interpreting
#endif
#ifdef interrupt
#define OAIWIRE_HELD_interrupt
#pragma push_macro("interrupt")
#undef interrupt
#endif
#ifdef interrupted
#define OAIWIRE_HELD_interrupted
#pragma push_macro("interrupted")
#undef interrupted
#endif
#ifdef interval
#define OAIWIRE_HELD_interval
#pragma push_macro("interval")
#undef interval
#endif
#ifdef intervals
#define OAIWIRE_HELD_intervals
#pragma push_macro("intervals")
#undef intervals
#endif
#ifdef intl
#define OAIWIRE_HELD_intl
#pragma push_macro("intl")
#undef intl
#endif
#ifdef intmax_t
#define OAIWIRE_HELD_intmax_t
#pragma push_macro("intmax_t")
#undef intmax_t
#endif
#ifdef into
#define OAIWIRE_HELD_into
#pragma push_macro("into")
#undef into
#endif
#ifdef intptr_t
#define OAIWIRE_HELD_intptr_t
#pragma push_macro("intptr_t")
#undef intptr_t
#endif
#ifdef ints
#define OAIWIRE_HELD_ints
#pragma push_macro("ints")
#undef ints
#endif
#ifdef invalid
#define OAIWIRE_HELD_invalid
#pragma push_macro("invalid")
#undef invalid
#endif
#ifdef inverse
#define OAIWIRE_HELD_inverse
#pragma push_macro("inverse")
#undef inverse
#endif
#ifdef invocable
#define OAIWIRE_HELD_invocable
#pragma push_macro("invocable")
#undef invocable
#endif
#ifdef invoke
#define OAIWIRE_HELD_invoke
#pragma push_macro("invoke")
#undef invoke
#endif
#ifdef invoke_result_t
#define OAIWIRE_HELD_invoke_result_t
#pragma push_macro("invoke_result_t")
#undef invoke_result_t
#endif
#ifdef ioctlsocket
#define OAIWIRE_HELD_ioctlsocket
#pragma push_macro("ioctlsocket")
#undef ioctlsocket
#endif
#ifdef ios
#define OAIWIRE_HELD_ios
#pragma push_macro("ios")
#undef ios
#endif
#ifdef iostate
#define OAIWIRE_HELD_iostate
#pragma push_macro("iostate")
#undef iostate
#endif
#ifdef iostream
#define OAIWIRE_HELD_iostream
#pragma push_macro("iostream")
#undef iostream
#endif
#ifdef iota
#define OAIWIRE_HELD_iota
#pragma push_macro("iota")
#undef iota
#endif
#ifdef ip
#define OAIWIRE_HELD_ip
#pragma push_macro("ip")
#undef ip
#endif
#ifdef is
#define OAIWIRE_HELD_is
#pragma push_macro("is")
#undef is
#endif
#ifdef is_aggregate_v
#define OAIWIRE_HELD_is_aggregate_v
#pragma push_macro("is_aggregate_v")
#undef is_aggregate_v
#endif
#ifdef is_arithmetic_v
#define OAIWIRE_HELD_is_arithmetic_v
#pragma push_macro("is_arithmetic_v")
#undef is_arithmetic_v
#endif
#ifdef is_array_v
#define OAIWIRE_HELD_is_array_v
#pragma push_macro("is_array_v")
#undef is_array_v
#endif
#ifdef is_assignable_v
#define OAIWIRE_HELD_is_assignable_v
#pragma push_macro("is_assignable_v")
#undef is_assignable_v
#endif
#ifdef is_base_of_v
#define OAIWIRE_HELD_is_base_of_v
#pragma push_macro("is_base_of_v")
#undef is_base_of_v
#endif
#ifdef is_class_v
#define OAIWIRE_HELD_is_class_v
#pragma push_macro("is_class_v")
#undef is_class_v
#endif
#ifdef is_constructible_v
#define OAIWIRE_HELD_is_constructible_v
#pragma push_macro("is_constructible_v")
#undef is_constructible_v
#endif
#ifdef is_convertible_v
#define OAIWIRE_HELD_is_convertible_v
#pragma push_macro("is_convertible_v")
#undef is_convertible_v
#endif
#ifdef is_default_constructible_v
#define OAIWIRE_HELD_is_default_constructible_v
#pragma push_macro("is_default_constructible_v")
#undef is_default_constructible_v
#endif
#ifdef is_empty_v
#define OAIWIRE_HELD_is_empty_v
#pragma push_macro("is_empty_v")
#undef is_empty_v
#endif
#ifdef is_enum_v
#define OAIWIRE_HELD_is_enum_v
#pragma push_macro("is_enum_v")
#undef is_enum_v
#endif
#ifdef is_eq
#define OAIWIRE_HELD_is_eq
#pragma push_macro("is_eq")
#undef is_eq
#endif
#ifdef is_floating_point_v
#define OAIWIRE_HELD_is_floating_point_v
#pragma push_macro("is_floating_point_v")
#undef is_floating_point_v
#endif
#ifdef is_gt
#define OAIWIRE_HELD_is_gt
#pragma push_macro("is_gt")
#undef is_gt
#endif
#ifdef is_gteq
#define OAIWIRE_HELD_is_gteq
#pragma push_macro("is_gteq")
#undef is_gteq
#endif
#ifdef is_integral_v
#define OAIWIRE_HELD_is_integral_v
#pragma push_macro("is_integral_v")
#undef is_integral_v
#endif
#ifdef is_invocable_r_v
#define OAIWIRE_HELD_is_invocable_r_v
#pragma push_macro("is_invocable_r_v")
#undef is_invocable_r_v
#endif
#ifdef is_invocable_v
#define OAIWIRE_HELD_is_invocable_v
#pragma push_macro("is_invocable_v")
#undef is_invocable_v
#endif
#ifdef is_lt
#define OAIWIRE_HELD_is_lt
#pragma push_macro("is_lt")
#undef is_lt
#endif
#ifdef is_move_assignable_v
#define OAIWIRE_HELD_is_move_assignable_v
#pragma push_macro("is_move_assignable_v")
#undef is_move_assignable_v
#endif
#ifdef is_nothrow_default_constructible_v
#define OAIWIRE_HELD_is_nothrow_default_constructible_v
#pragma push_macro("is_nothrow_default_constructible_v")
#undef is_nothrow_default_constructible_v
#endif
#ifdef is_nothrow_move_assignable_v
#define OAIWIRE_HELD_is_nothrow_move_assignable_v
#pragma push_macro("is_nothrow_move_assignable_v")
#undef is_nothrow_move_assignable_v
#endif
#ifdef is_nothrow_move_constructible_v
#define OAIWIRE_HELD_is_nothrow_move_constructible_v
#pragma push_macro("is_nothrow_move_constructible_v")
#undef is_nothrow_move_constructible_v
#endif
#ifdef is_null
#define OAIWIRE_HELD_is_null
#pragma push_macro("is_null")
#undef is_null
#endif
#ifdef is_reference_v
#define OAIWIRE_HELD_is_reference_v
#pragma push_macro("is_reference_v")
#undef is_reference_v
#endif
#ifdef is_same
#define OAIWIRE_HELD_is_same
#pragma push_macro("is_same")
#undef is_same
#endif
#ifdef is_same_v
#define OAIWIRE_HELD_is_same_v
#pragma push_macro("is_same_v")
#undef is_same_v
#endif
#ifdef is_scalar_v
#define OAIWIRE_HELD_is_scalar_v
#pragma push_macro("is_scalar_v")
#undef is_scalar_v
#endif
#ifdef is_signed_v
#define OAIWIRE_HELD_is_signed_v
#pragma push_macro("is_signed_v")
#undef is_signed_v
#endif
#ifdef is_trivially_copyable_v
#define OAIWIRE_HELD_is_trivially_copyable_v
#pragma push_macro("is_trivially_copyable_v")
#undef is_trivially_copyable_v
#endif
#ifdef is_unsigned_v
#define OAIWIRE_HELD_is_unsigned_v
#pragma push_macro("is_unsigned_v")
#undef is_unsigned_v
#endif
#ifdef is_valid
#define OAIWIRE_HELD_is_valid
#pragma push_macro("is_valid")
#undef is_valid
#endif
#ifdef is_void_v
#define OAIWIRE_HELD_is_void_v
#pragma push_macro("is_void_v")
#undef is_void_v
#endif
#ifdef isalnum
#define OAIWIRE_HELD_isalnum
#pragma push_macro("isalnum")
#undef isalnum
#endif
#ifdef isalpha
#define OAIWIRE_HELD_isalpha
#pragma push_macro("isalpha")
#undef isalpha
#endif
#ifdef isblank
#define OAIWIRE_HELD_isblank
#pragma push_macro("isblank")
#undef isblank
#endif
#ifdef iscntrl
#define OAIWIRE_HELD_iscntrl
#pragma push_macro("iscntrl")
#undef iscntrl
#endif
#ifdef isdigit
#define OAIWIRE_HELD_isdigit
#pragma push_macro("isdigit")
#undef isdigit
#endif
#ifdef isfinite
#define OAIWIRE_HELD_isfinite
#pragma push_macro("isfinite")
#undef isfinite
#endif
#ifdef isgraph
#define OAIWIRE_HELD_isgraph
#pragma push_macro("isgraph")
#undef isgraph
#endif
#ifdef isgreater
#define OAIWIRE_HELD_isgreater
#pragma push_macro("isgreater")
#undef isgreater
#endif
#ifdef isgreaterequal
#define OAIWIRE_HELD_isgreaterequal
#pragma push_macro("isgreaterequal")
#undef isgreaterequal
#endif
#ifdef isinf
#define OAIWIRE_HELD_isinf
#pragma push_macro("isinf")
#undef isinf
#endif
#ifdef isless
#define OAIWIRE_HELD_isless
#pragma push_macro("isless")
#undef isless
#endif
#ifdef islessequal
#define OAIWIRE_HELD_islessequal
#pragma push_macro("islessequal")
#undef islessequal
#endif
#ifdef islessgreater
#define OAIWIRE_HELD_islessgreater
#pragma push_macro("islessgreater")
#undef islessgreater
#endif
#ifdef islower
#define OAIWIRE_HELD_islower
#pragma push_macro("islower")
#undef islower
#endif
#ifdef isnan
#define OAIWIRE_HELD_isnan
#pragma push_macro("isnan")
#undef isnan
#endif
#ifdef isnormal
#define OAIWIRE_HELD_isnormal
#pragma push_macro("isnormal")
#undef isnormal
#endif
#ifdef isprint
#define OAIWIRE_HELD_isprint
#pragma push_macro("isprint")
#undef isprint
#endif
#ifdef ispunct
#define OAIWIRE_HELD_ispunct
#pragma push_macro("ispunct")
#undef ispunct
#endif
#ifdef isspace
#define OAIWIRE_HELD_isspace
#pragma push_macro("isspace")
#undef isspace
#endif
#ifdef issuer
#define OAIWIRE_HELD_issuer
#pragma push_macro("issuer")
#undef issuer
#endif
#ifdef istream
#define OAIWIRE_HELD_istream
#pragma push_macro("istream")
#undef istream
#endif
#ifdef istringstream
#define OAIWIRE_HELD_istringstream
#pragma push_macro("istringstream")
#undef istringstream
#endif
#ifdef isunordered
#define OAIWIRE_HELD_isunordered
#pragma push_macro("isunordered")
#undef isunordered
#endif
#ifdef isupper
#define OAIWIRE_HELD_isupper
#pragma push_macro("isupper")
#undef isupper
#endif
#ifdef iswalnum
#define OAIWIRE_HELD_iswalnum
#pragma push_macro("iswalnum")
#undef iswalnum
#endif
#ifdef iswalpha
#define OAIWIRE_HELD_iswalpha
#pragma push_macro("iswalpha")
#undef iswalpha
#endif
#ifdef iswblank
#define OAIWIRE_HELD_iswblank
#pragma push_macro("iswblank")
#undef iswblank
#endif
#ifdef iswcntrl
#define OAIWIRE_HELD_iswcntrl
#pragma push_macro("iswcntrl")
#undef iswcntrl
#endif
#ifdef iswctype
#define OAIWIRE_HELD_iswctype
#pragma push_macro("iswctype")
#undef iswctype
#endif
#ifdef iswdigit
#define OAIWIRE_HELD_iswdigit
#pragma push_macro("iswdigit")
#undef iswdigit
#endif
#ifdef iswgraph
#define OAIWIRE_HELD_iswgraph
#pragma push_macro("iswgraph")
#undef iswgraph
#endif
#ifdef iswlower
#define OAIWIRE_HELD_iswlower
#pragma push_macro("iswlower")
#undef iswlower
#endif
#ifdef iswprint
#define OAIWIRE_HELD_iswprint
#pragma push_macro("iswprint")
#undef iswprint
#endif
#ifdef iswpunct
#define OAIWIRE_HELD_iswpunct
#pragma push_macro("iswpunct")
#undef iswpunct
#endif
#ifdef iswspace
#define OAIWIRE_HELD_iswspace
#pragma push_macro("iswspace")
#undef iswspace
#endif
#ifdef iswupper
#define OAIWIRE_HELD_iswupper
#pragma push_macro("iswupper")
#undef iswupper
#endif
#ifdef iswxdigit
#define OAIWIRE_HELD_iswxdigit
#pragma push_macro("iswxdigit")
#undef iswxdigit
#endif
#ifdef isxdigit
#define OAIWIRE_HELD_isxdigit
#pragma push_macro("isxdigit")
#undef isxdigit
#endif
#ifdef item
#define OAIWIRE_HELD_item
#pragma push_macro("item")
#undef item
#endif
#ifdef items
#define OAIWIRE_HELD_items
#pragma push_macro("items")
#undef items
#endif
#ifdef iter
#define OAIWIRE_HELD_iter
#pragma push_macro("iter")
#undef iter
#endif
#ifdef iter_swap
#define OAIWIRE_HELD_iter_swap
#pragma push_macro("iter_swap")
#undef iter_swap
#endif
#ifdef iter_value_t
#define OAIWIRE_HELD_iter_value_t
#pragma push_macro("iter_value_t")
#undef iter_value_t
#endif
#ifdef iterator
#define OAIWIRE_HELD_iterator
#pragma push_macro("iterator")
#undef iterator
#endif
#ifdef iterator_traits
#define OAIWIRE_HELD_iterator_traits
#pragma push_macro("iterator_traits")
#undef iterator_traits
#endif
#ifdef iword
#define OAIWIRE_HELD_iword
#pragma push_macro("iword")
#undef iword
#endif
#ifdef j
#define OAIWIRE_HELD_j
#pragma push_macro("j")
#undef j
#endif
#ifdef jitter
#define OAIWIRE_HELD_jitter
#pragma push_macro("jitter")
#undef jitter
#endif
#ifdef job
#define OAIWIRE_HELD_job
#pragma push_macro("job")
#undef job
#endif
#ifdef join
#define OAIWIRE_HELD_join
#pragma push_macro("join")
#undef join
#endif
#ifdef joinable
#define OAIWIRE_HELD_joinable
#pragma push_macro("joinable")
#undef joinable
#endif
#ifdef joined
#define OAIWIRE_HELD_joined
#pragma push_macro("joined")
#undef joined
#endif
#ifdef joiner
#define OAIWIRE_HELD_joiner
#pragma push_macro("joiner")
#undef joiner
#endif
#ifdef jpeg
#define OAIWIRE_HELD_jpeg
#pragma push_macro("jpeg")
#undef jpeg
#endif
#ifdef json
#define OAIWIRE_HELD_json
#pragma push_macro("json")
#undef json
#endif
#ifdef jsonl
#define OAIWIRE_HELD_jsonl
#pragma push_macro("jsonl")
#undef jsonl
#endif
#ifdef jthread
#define OAIWIRE_HELD_jthread
#pragma push_macro("jthread")
#undef jthread
#endif
#ifdef judge
#define OAIWIRE_HELD_judge
#pragma push_macro("judge")
#undef judge
#endif
#ifdef k
#define OAIWIRE_HELD_k
#pragma push_macro("k")
#undef k
#endif
#ifdef keep
#define OAIWIRE_HELD_keep
#pragma push_macro("keep")
#undef keep
#endif
#ifdef keeps
#define OAIWIRE_HELD_keeps
#pragma push_macro("keeps")
#undef keeps
#endif
#ifdef kept
#define OAIWIRE_HELD_kept
#pragma push_macro("kept")
#undef kept
#endif
#ifdef key
#define OAIWIRE_HELD_key
#pragma push_macro("key")
#undef key
#endif
#ifdef key_type
#define OAIWIRE_HELD_key_type
#pragma push_macro("key_type")
#undef key_type
#endif
#ifdef keys
#define OAIWIRE_HELD_keys
#pragma push_macro("keys")
#undef keys
#endif
#ifdef keyword
#define OAIWIRE_HELD_keyword
#pragma push_macro("keyword")
#undef keyword
#endif
#ifdef keywords
#define OAIWIRE_HELD_keywords
#pragma push_macro("keywords")
#undef keywords
#endif
#ifdef kilo
#define OAIWIRE_HELD_kilo
#pragma push_macro("kilo")
#undef kilo
#endif
#ifdef kind
#define OAIWIRE_HELD_kind
#pragma push_macro("kind")
#undef kind
#endif
#ifdef kinds
#define OAIWIRE_HELD_kinds
#pragma push_macro("kinds")
#undef kinds
#endif
#ifdef know
#define OAIWIRE_HELD_know
#pragma push_macro("know")
#undef know
#endif
#ifdef known
#define OAIWIRE_HELD_known
#pragma push_macro("known")
#undef known
#endif
#ifdef l
#define OAIWIRE_HELD_l
#pragma push_macro("l")
#undef l
#endif
#ifdef label
#define OAIWIRE_HELD_label
#pragma push_macro("label")
#undef label
#endif
#ifdef labelled
#define OAIWIRE_HELD_labelled
#pragma push_macro("labelled")
#undef labelled
#endif
#ifdef labels
#define OAIWIRE_HELD_labels
#pragma push_macro("labels")
#undef labels
#endif
#ifdef labs
#define OAIWIRE_HELD_labs
#pragma push_macro("labs")
#undef labs
#endif
#ifdef laguerre
#define OAIWIRE_HELD_laguerre
#pragma push_macro("laguerre")
#undef laguerre
#endif
#ifdef laguerref
#define OAIWIRE_HELD_laguerref
#pragma push_macro("laguerref")
#undef laguerref
#endif
#ifdef laguerrel
#define OAIWIRE_HELD_laguerrel
#pragma push_macro("laguerrel")
#undef laguerrel
#endif
#ifdef lambda
#define OAIWIRE_HELD_lambda
#pragma push_macro("lambda")
#undef lambda
#endif
#ifdef lane
#define OAIWIRE_HELD_lane
#pragma push_macro("lane")
#undef lane
#endif
#ifdef lanes
#define OAIWIRE_HELD_lanes
#pragma push_macro("lanes")
#undef lanes
#endif
#ifdef language
#define OAIWIRE_HELD_language
#pragma push_macro("language")
#undef language
#endif
#ifdef languages
#define OAIWIRE_HELD_languages
#pragma push_macro("languages")
#undef languages
#endif
#ifdef large
#define OAIWIRE_HELD_large
#pragma push_macro("large")
#undef large
#endif
#ifdef larger
#define OAIWIRE_HELD_larger
#pragma push_macro("larger")
#undef larger
#endif
#ifdef largest
#define OAIWIRE_HELD_largest
#pragma push_macro("largest")
#undef largest
#endif
#ifdef lark
#define OAIWIRE_HELD_lark
#pragma push_macro("lark")
#undef lark
#endif
#ifdef last
#define OAIWIRE_HELD_last
#pragma push_macro("last")
#undef last
#endif
#ifdef late
#define OAIWIRE_HELD_late
#pragma push_macro("late")
#undef late
#endif
#ifdef latest
#define OAIWIRE_HELD_latest
#pragma push_macro("latest")
#undef latest
#endif
#ifdef launder
#define OAIWIRE_HELD_launder
#pragma push_macro("launder")
#undef launder
#endif
#ifdef layout
#define OAIWIRE_HELD_layout
#pragma push_macro("layout")
#undef layout
#endif
#ifdef lcm
#define OAIWIRE_HELD_lcm
#pragma push_macro("lcm")
#undef lcm
#endif
#ifdef lconv
#define OAIWIRE_HELD_lconv
#pragma push_macro("lconv")
#undef lconv
#endif
#ifdef ldexp
#define OAIWIRE_HELD_ldexp
#pragma push_macro("ldexp")
#undef ldexp
#endif
#ifdef ldexpf
#define OAIWIRE_HELD_ldexpf
#pragma push_macro("ldexpf")
#undef ldexpf
#endif
#ifdef ldexpl
#define OAIWIRE_HELD_ldexpl
#pragma push_macro("ldexpl")
#undef ldexpl
#endif
#ifdef ldiv
#define OAIWIRE_HELD_ldiv
#pragma push_macro("ldiv")
#undef ldiv
#endif
#ifdef lead
#define OAIWIRE_HELD_lead
#pragma push_macro("lead")
#undef lead
#endif
#ifdef leading
#define OAIWIRE_HELD_leading
#pragma push_macro("leading")
#undef leading
#endif
#ifdef leaf
#define OAIWIRE_HELD_leaf
#pragma push_macro("leaf")
#undef leaf
#endif
#ifdef leap
#define OAIWIRE_HELD_leap
#pragma push_macro("leap")
#undef leap
#endif
#ifdef learn
#define OAIWIRE_HELD_learn
#pragma push_macro("learn")
#undef learn
#endif
#ifdef learns
#define OAIWIRE_HELD_learns
#pragma push_macro("learns")
#undef learns
#endif
#ifdef least
#define OAIWIRE_HELD_least
#pragma push_macro("least")
#undef least
#endif
#ifdef leave
#define OAIWIRE_HELD_leave
#pragma push_macro("leave")
#undef leave
#endif
#ifdef leaves
#define OAIWIRE_HELD_leaves
#pragma push_macro("leaves")
#undef leaves
#endif
#ifdef left
#define OAIWIRE_HELD_left
#pragma push_macro("left")
#undef left
#endif
#ifdef leftover
#define OAIWIRE_HELD_leftover
#pragma push_macro("leftover")
#undef leftover
#endif
#ifdef legacy
#define OAIWIRE_HELD_legacy
#pragma push_macro("legacy")
#undef legacy
#endif
#ifdef legendre
#define OAIWIRE_HELD_legendre
#pragma push_macro("legendre")
#undef legendre
#endif
#ifdef legendref
#define OAIWIRE_HELD_legendref
#pragma push_macro("legendref")
#undef legendref
#endif
#ifdef legendrel
#define OAIWIRE_HELD_legendrel
#pragma push_macro("legendrel")
#undef legendrel
#endif
#ifdef lend
#define OAIWIRE_HELD_lend
#pragma push_macro("lend")
#undef lend
#endif
#ifdef lends
#define OAIWIRE_HELD_lends
#pragma push_macro("lends")
#undef lends
#endif
#ifdef length
#define OAIWIRE_HELD_length
#pragma push_macro("length")
#undef length
#endif
#ifdef length_error
#define OAIWIRE_HELD_length_error
#pragma push_macro("length_error")
#undef length_error
#endif
#ifdef lengths
#define OAIWIRE_HELD_lengths
#pragma push_macro("lengths")
#undef lengths
#endif
#ifdef lenient
#define OAIWIRE_HELD_lenient
#pragma push_macro("lenient")
#undef lenient
#endif
#ifdef lent
#define OAIWIRE_HELD_lent
#pragma push_macro("lent")
#undef lent
#endif
#ifdef lerp
#define OAIWIRE_HELD_lerp
#pragma push_macro("lerp")
#undef lerp
#endif
#ifdef less
#define OAIWIRE_HELD_less
#pragma push_macro("less")
#undef less
#endif
#ifdef letter
#define OAIWIRE_HELD_letter
#pragma push_macro("letter")
#undef letter
#endif
#ifdef letters
#define OAIWIRE_HELD_letters
#pragma push_macro("letters")
#undef letters
#endif
#ifdef level
#define OAIWIRE_HELD_level
#pragma push_macro("level")
#undef level
#endif
#ifdef levels
#define OAIWIRE_HELD_levels
#pragma push_macro("levels")
#undef levels
#endif
#ifdef lexicographical_compare
#define OAIWIRE_HELD_lexicographical_compare
#pragma push_macro("lexicographical_compare")
#undef lexicographical_compare
#endif
#ifdef lf
#define OAIWIRE_HELD_lf
#pragma push_macro("lf")
#undef lf
#endif
#ifdef lgamma
#define OAIWIRE_HELD_lgamma
#pragma push_macro("lgamma")
#undef lgamma
#endif
#ifdef lgammaf
#define OAIWIRE_HELD_lgammaf
#pragma push_macro("lgammaf")
#undef lgammaf
#endif
#ifdef lgammal
#define OAIWIRE_HELD_lgammal
#pragma push_macro("lgammal")
#undef lgammal
#endif
#ifdef life
#define OAIWIRE_HELD_life
#pragma push_macro("life")
#undef life
#endif
#ifdef lifecycle
#define OAIWIRE_HELD_lifecycle
#pragma push_macro("lifecycle")
#undef lifecycle
#endif
#ifdef lifetime
#define OAIWIRE_HELD_lifetime
#pragma push_macro("lifetime")
#undef lifetime
#endif
#ifdef like
#define OAIWIRE_HELD_like
#pragma push_macro("like")
#undef like
#endif
#ifdef likely
#define OAIWIRE_HELD_likely
#pragma push_macro("likely")
#undef likely
#endif
#ifdef limb
#define OAIWIRE_HELD_limb
#pragma push_macro("limb")
#undef limb
#endif
#ifdef limbs
#define OAIWIRE_HELD_limbs
#pragma push_macro("limbs")
#undef limbs
#endif
#ifdef limit
#define OAIWIRE_HELD_limit
#pragma push_macro("limit")
#undef limit
#endif
#ifdef limits
#define OAIWIRE_HELD_limits
#pragma push_macro("limits")
#undef limits
#endif
#ifdef line
#define OAIWIRE_HELD_line
#pragma push_macro("line")
#undef line
#endif
#ifdef linear_congruential_engine
#define OAIWIRE_HELD_linear_congruential_engine
#pragma push_macro("linear_congruential_engine")
#undef linear_congruential_engine
#endif
#ifdef lines
#define OAIWIRE_HELD_lines
#pragma push_macro("lines")
#undef lines
#endif
#ifdef lingering
#define OAIWIRE_HELD_lingering
#pragma push_macro("lingering")
#undef lingering
#endif
#ifdef lingers
#define OAIWIRE_HELD_lingers
#pragma push_macro("lingers")
#undef lingers
#endif
#ifdef link
#define OAIWIRE_HELD_link
#pragma push_macro("link")
#undef link
#endif
#ifdef links
#define OAIWIRE_HELD_links
#pragma push_macro("links")
#undef links
#endif
#ifdef list
#define OAIWIRE_HELD_list
#pragma push_macro("list")
#undef list
#endif
#ifdef listed
#define OAIWIRE_HELD_listed
#pragma push_macro("listed")
#undef listed
#endif
#ifdef listen
#define OAIWIRE_HELD_listen
#pragma push_macro("listen")
#undef listen
#endif
#ifdef listener
#define OAIWIRE_HELD_listener
#pragma push_macro("listener")
#undef listener
#endif
#ifdef listeners
#define OAIWIRE_HELD_listeners
#pragma push_macro("listeners")
#undef listeners
#endif
#ifdef listing
#define OAIWIRE_HELD_listing
#pragma push_macro("listing")
#undef listing
#endif
#ifdef lists
#define OAIWIRE_HELD_lists
#pragma push_macro("lists")
#undef lists
#endif
#ifdef litellm
#define OAIWIRE_HELD_litellm
#pragma push_macro("litellm")
#undef litellm
#endif
#ifdef literal
#define OAIWIRE_HELD_literal
#pragma push_macro("literal")
#undef literal
#endif
#ifdef literals
#define OAIWIRE_HELD_literals
#pragma push_macro("literals")
#undef literals
#endif
#ifdef little
#define OAIWIRE_HELD_little
#pragma push_macro("little")
#undef little
#endif
#ifdef llabs
#define OAIWIRE_HELD_llabs
#pragma push_macro("llabs")
#undef llabs
#endif
#ifdef lldiv
#define OAIWIRE_HELD_lldiv
#pragma push_macro("lldiv")
#undef lldiv
#endif
#ifdef llrint
#define OAIWIRE_HELD_llrint
#pragma push_macro("llrint")
#undef llrint
#endif
#ifdef llrintf
#define OAIWIRE_HELD_llrintf
#pragma push_macro("llrintf")
#undef llrintf
#endif
#ifdef llrintl
#define OAIWIRE_HELD_llrintl
#pragma push_macro("llrintl")
#undef llrintl
#endif
#ifdef llround
#define OAIWIRE_HELD_llround
#pragma push_macro("llround")
#undef llround
#endif
#ifdef llroundf
#define OAIWIRE_HELD_llroundf
#pragma push_macro("llroundf")
#undef llroundf
#endif
#ifdef llroundl
#define OAIWIRE_HELD_llroundl
#pragma push_macro("llroundl")
#undef llroundl
#endif
#ifdef load
#define OAIWIRE_HELD_load
#pragma push_macro("load")
#undef load
#endif
#ifdef localai
#define OAIWIRE_HELD_localai
#pragma push_macro("localai")
#undef localai
#endif
#ifdef locale
#define OAIWIRE_HELD_locale
#pragma push_macro("locale")
#undef locale
#endif
#ifdef localeconv
#define OAIWIRE_HELD_localeconv
#pragma push_macro("localeconv")
#undef localeconv
#endif
#ifdef localtime
#define OAIWIRE_HELD_localtime
#pragma push_macro("localtime")
#undef localtime
#endif
#ifdef locate
#define OAIWIRE_HELD_locate
#pragma push_macro("locate")
#undef locate
#endif
#ifdef location
#define OAIWIRE_HELD_location
#pragma push_macro("location")
#undef location
#endif
#ifdef lock
#define OAIWIRE_HELD_lock
#pragma push_macro("lock")
#undef lock
#endif
#ifdef lock_guard
#define OAIWIRE_HELD_lock_guard
#pragma push_macro("lock_guard")
#undef lock_guard
#endif
#ifdef locked
#define OAIWIRE_HELD_locked
#pragma push_macro("locked")
#undef locked
#endif
#ifdef log
#define OAIWIRE_HELD_log
#pragma push_macro("log")
#undef log
#endif
#ifdef log10
#define OAIWIRE_HELD_log10
#pragma push_macro("log10")
#undef log10
#endif
#ifdef log1p
#define OAIWIRE_HELD_log1p
#pragma push_macro("log1p")
#undef log1p
#endif
#ifdef log1pf
#define OAIWIRE_HELD_log1pf
#pragma push_macro("log1pf")
#undef log1pf
#endif
#ifdef log1pl
#define OAIWIRE_HELD_log1pl
#pragma push_macro("log1pl")
#undef log1pl
#endif
#ifdef log2
#define OAIWIRE_HELD_log2
#pragma push_macro("log2")
#undef log2
#endif
#ifdef log2f
#define OAIWIRE_HELD_log2f
#pragma push_macro("log2f")
#undef log2f
#endif
#ifdef log2l
#define OAIWIRE_HELD_log2l
#pragma push_macro("log2l")
#undef log2l
#endif
#ifdef logb
#define OAIWIRE_HELD_logb
#pragma push_macro("logb")
#undef logb
#endif
#ifdef logbf
#define OAIWIRE_HELD_logbf
#pragma push_macro("logbf")
#undef logbf
#endif
#ifdef logbl
#define OAIWIRE_HELD_logbl
#pragma push_macro("logbl")
#undef logbl
#endif
#ifdef logf
#define OAIWIRE_HELD_logf
#pragma push_macro("logf")
#undef logf
#endif
#ifdef logl
#define OAIWIRE_HELD_logl
#pragma push_macro("logl")
#undef logl
#endif
#ifdef logprob
#define OAIWIRE_HELD_logprob
#pragma push_macro("logprob")
#undef logprob
#endif
#ifdef logprobs
#define OAIWIRE_HELD_logprobs
#pragma push_macro("logprobs")
#undef logprobs
#endif
#ifdef logs
#define OAIWIRE_HELD_logs
#pragma push_macro("logs")
#undef logs
#endif
#ifdef lone
#define OAIWIRE_HELD_lone
#pragma push_macro("lone")
#undef lone
#endif
#ifdef long
#define OAIWIRE_HELD_long
#pragma push_macro("long")
#undef long
#endif
#ifdef longer
#define OAIWIRE_HELD_longer
#pragma push_macro("longer")
#undef longer
#endif
#ifdef longest
#define OAIWIRE_HELD_longest
#pragma push_macro("longest")
#undef longest
#endif
#ifdef longjmp
#define OAIWIRE_HELD_longjmp
#pragma push_macro("longjmp")
#undef longjmp
#endif
#ifdef longs
#define OAIWIRE_HELD_longs
#pragma push_macro("longs")
#undef longs
#endif
#ifdef look
#define OAIWIRE_HELD_look
#pragma push_macro("look")
#undef look
#endif
#ifdef lookahead
#define OAIWIRE_HELD_lookahead
#pragma push_macro("lookahead")
#undef lookahead
#endif
#ifdef looked
#define OAIWIRE_HELD_looked
#pragma push_macro("looked")
#undef looked
#endif
#ifdef lookup
#define OAIWIRE_HELD_lookup
#pragma push_macro("lookup")
#undef lookup
#endif
#ifdef loopback
#define OAIWIRE_HELD_loopback
#pragma push_macro("loopback")
#undef loopback
#endif
#ifdef loose
#define OAIWIRE_HELD_loose
#pragma push_macro("loose")
#undef loose
#endif
#ifdef lose
#define OAIWIRE_HELD_lose
#pragma push_macro("lose")
#undef lose
#endif
#ifdef lost
#define OAIWIRE_HELD_lost
#pragma push_macro("lost")
#undef lost
#endif
#ifdef low
#define OAIWIRE_HELD_low
#pragma push_macro("low")
#undef low
#endif
#ifdef lower
#define OAIWIRE_HELD_lower
#pragma push_macro("lower")
#undef lower
#endif
#ifdef lower_bound
#define OAIWIRE_HELD_lower_bound
#pragma push_macro("lower_bound")
#undef lower_bound
#endif
#ifdef lowest
#define OAIWIRE_HELD_lowest
#pragma push_macro("lowest")
#undef lowest
#endif
#ifdef lows
#define OAIWIRE_HELD_lows
#pragma push_macro("lows")
#undef lows
#endif
#ifdef lrint
#define OAIWIRE_HELD_lrint
#pragma push_macro("lrint")
#undef lrint
#endif
#ifdef lrintf
#define OAIWIRE_HELD_lrintf
#pragma push_macro("lrintf")
#undef lrintf
#endif
#ifdef lrintl
#define OAIWIRE_HELD_lrintl
#pragma push_macro("lrintl")
#undef lrintl
#endif
#ifdef lround
#define OAIWIRE_HELD_lround
#pragma push_macro("lround")
#undef lround
#endif
#ifdef lroundf
#define OAIWIRE_HELD_lroundf
#pragma push_macro("lroundf")
#undef lroundf
#endif
#ifdef lroundl
#define OAIWIRE_HELD_lroundl
#pragma push_macro("lroundl")
#undef lroundl
#endif
#ifdef lt
#define OAIWIRE_HELD_lt
#pragma push_macro("lt")
#undef lt
#endif
#ifdef m
#define OAIWIRE_HELD_m
#pragma push_macro("m")
#undef m
#endif
#ifdef mac
#define OAIWIRE_HELD_mac
#pragma push_macro("mac")
#undef mac
#endif
#ifdef machine
#define OAIWIRE_HELD_machine
#pragma push_macro("machine")
#undef machine
#endif
#ifdef made
#define OAIWIRE_HELD_made
#pragma push_macro("made")
#undef made
#endif
#ifdef magnitude
#define OAIWIRE_HELD_magnitude
#pragma push_macro("magnitude")
#undef magnitude
#endif
#ifdef major
#define OAIWIRE_HELD_major
#pragma push_macro("major")
#undef major
#endif
#ifdef make
#define OAIWIRE_HELD_make
#pragma push_macro("make")
#undef make
#endif
#ifdef make_error
#define OAIWIRE_HELD_make_error
#pragma push_macro("make_error")
#undef make_error
#endif
#ifdef make_heap
#define OAIWIRE_HELD_make_heap
#pragma push_macro("make_heap")
#undef make_heap
#endif
#ifdef make_index_sequence
#define OAIWIRE_HELD_make_index_sequence
#pragma push_macro("make_index_sequence")
#undef make_index_sequence
#endif
#ifdef make_move_iterator
#define OAIWIRE_HELD_make_move_iterator
#pragma push_macro("make_move_iterator")
#undef make_move_iterator
#endif
#ifdef make_pair
#define OAIWIRE_HELD_make_pair
#pragma push_macro("make_pair")
#undef make_pair
#endif
#ifdef make_shared
#define OAIWIRE_HELD_make_shared
#pragma push_macro("make_shared")
#undef make_shared
#endif
#ifdef make_tuple
#define OAIWIRE_HELD_make_tuple
#pragma push_macro("make_tuple")
#undef make_tuple
#endif
#ifdef make_unique
#define OAIWIRE_HELD_make_unique
#pragma push_macro("make_unique")
#undef make_unique
#endif
#ifdef make_unique_for_overwrite
#define OAIWIRE_HELD_make_unique_for_overwrite
#pragma push_macro("make_unique_for_overwrite")
#undef make_unique_for_overwrite
#endif
#ifdef malformed
#define OAIWIRE_HELD_malformed
#pragma push_macro("malformed")
#undef malformed
#endif
#ifdef malloc
#define OAIWIRE_HELD_malloc
#pragma push_macro("malloc")
#undef malloc
#endif
#ifdef mantissa
#define OAIWIRE_HELD_mantissa
#pragma push_macro("mantissa")
#undef mantissa
#endif
#ifdef many
#define OAIWIRE_HELD_many
#pragma push_macro("many")
#undef many
#endif
#ifdef map
#define OAIWIRE_HELD_map
#pragma push_macro("map")
#undef map
#endif
#ifdef mapped
#define OAIWIRE_HELD_mapped
#pragma push_macro("mapped")
#undef mapped
#endif
#ifdef mapped_type
#define OAIWIRE_HELD_mapped_type
#pragma push_macro("mapped_type")
#undef mapped_type
#endif
#ifdef mark
#define OAIWIRE_HELD_mark
#pragma push_macro("mark")
#undef mark
#endif
#ifdef marker
#define OAIWIRE_HELD_marker
#pragma push_macro("marker")
#undef marker
#endif
#ifdef markup
#define OAIWIRE_HELD_markup
#pragma push_macro("markup")
#undef markup
#endif
#ifdef mask
#define OAIWIRE_HELD_mask
#pragma push_macro("mask")
#undef mask
#endif
#ifdef masked
#define OAIWIRE_HELD_masked
#pragma push_macro("masked")
#undef masked
#endif
#ifdef masks
#define OAIWIRE_HELD_masks
#pragma push_macro("masks")
#undef masks
#endif
#ifdef match
#define OAIWIRE_HELD_match
#pragma push_macro("match")
#undef match
#endif
#ifdef matched
#define OAIWIRE_HELD_matched
#pragma push_macro("matched")
#undef matched
#endif
#ifdef matches
#define OAIWIRE_HELD_matches
#pragma push_macro("matches")
#undef matches
#endif
#ifdef max
#define OAIWIRE_HELD_max
#pragma push_macro("max")
#undef max
#endif
#ifdef max_align_t
#define OAIWIRE_HELD_max_align_t
#pragma push_macro("max_align_t")
#undef max_align_t
#endif
#ifdef max_element
#define OAIWIRE_HELD_max_element
#pragma push_macro("max_element")
#undef max_element
#endif
#ifdef max_length
#define OAIWIRE_HELD_max_length
#pragma push_macro("max_length")
#undef max_length
#endif
#ifdef max_size
#define OAIWIRE_HELD_max_size
#pragma push_macro("max_size")
#undef max_size
#endif
#ifdef maximum
#define OAIWIRE_HELD_maximum
#pragma push_macro("maximum")
#undef maximum
#endif
#ifdef maybe_unused
#define OAIWIRE_HELD_maybe_unused
#pragma push_macro("maybe_unused")
#undef maybe_unused
#endif
#ifdef mblen
#define OAIWIRE_HELD_mblen
#pragma push_macro("mblen")
#undef mblen
#endif
#ifdef mbrlen
#define OAIWIRE_HELD_mbrlen
#pragma push_macro("mbrlen")
#undef mbrlen
#endif
#ifdef mbrtoc16
#define OAIWIRE_HELD_mbrtoc16
#pragma push_macro("mbrtoc16")
#undef mbrtoc16
#endif
#ifdef mbrtoc32
#define OAIWIRE_HELD_mbrtoc32
#pragma push_macro("mbrtoc32")
#undef mbrtoc32
#endif
#ifdef mbrtoc8
#define OAIWIRE_HELD_mbrtoc8
#pragma push_macro("mbrtoc8")
#undef mbrtoc8
#endif
#ifdef mbrtowc
#define OAIWIRE_HELD_mbrtowc
#pragma push_macro("mbrtowc")
#undef mbrtowc
#endif
#ifdef mbsinit
#define OAIWIRE_HELD_mbsinit
#pragma push_macro("mbsinit")
#undef mbsinit
#endif
#ifdef mbsnrtowcs
#define OAIWIRE_HELD_mbsnrtowcs
#pragma push_macro("mbsnrtowcs")
#undef mbsnrtowcs
#endif
#ifdef mbsrtowcs
#define OAIWIRE_HELD_mbsrtowcs
#pragma push_macro("mbsrtowcs")
#undef mbsrtowcs
#endif
#ifdef mbstowcs
#define OAIWIRE_HELD_mbstowcs
#pragma push_macro("mbstowcs")
#undef mbstowcs
#endif
#ifdef mbtowc
#define OAIWIRE_HELD_mbtowc
#pragma push_macro("mbtowc")
#undef mbtowc
#endif
#ifdef mcp
#define OAIWIRE_HELD_mcp
#pragma push_macro("mcp")
#undef mcp
#endif
#ifdef md5
#define OAIWIRE_HELD_md5
#pragma push_macro("md5")
#undef md5
#endif
#ifdef mdy
#define OAIWIRE_HELD_mdy
#pragma push_macro("mdy")
#undef mdy
#endif
#ifdef mean
#define OAIWIRE_HELD_mean
#pragma push_macro("mean")
#undef mean
#endif
#ifdef meaning
#define OAIWIRE_HELD_meaning
#pragma push_macro("meaning")
#undef meaning
#endif
#ifdef meant
#define OAIWIRE_HELD_meant
#pragma push_macro("meant")
#undef meant
#endif
#ifdef media
#define OAIWIRE_HELD_media
#pragma push_macro("media")
#undef media
#endif
#ifdef medium
#define OAIWIRE_HELD_medium
#pragma push_macro("medium")
#undef medium
#endif
#ifdef mega
#define OAIWIRE_HELD_mega
#pragma push_macro("mega")
#undef mega
#endif
#ifdef mem_fn
#define OAIWIRE_HELD_mem_fn
#pragma push_macro("mem_fn")
#undef mem_fn
#endif
#ifdef member
#define OAIWIRE_HELD_member
#pragma push_macro("member")
#undef member
#endif
#ifdef members
#define OAIWIRE_HELD_members
#pragma push_macro("members")
#undef members
#endif
#ifdef memchr
#define OAIWIRE_HELD_memchr
#pragma push_macro("memchr")
#undef memchr
#endif
#ifdef memcmp
#define OAIWIRE_HELD_memcmp
#pragma push_macro("memcmp")
#undef memcmp
#endif
#ifdef memcpy
#define OAIWIRE_HELD_memcpy
#pragma push_macro("memcpy")
#undef memcpy
#endif
#ifdef memmove
#define OAIWIRE_HELD_memmove
#pragma push_macro("memmove")
#undef memmove
#endif
#ifdef memory
#define OAIWIRE_HELD_memory
#pragma push_macro("memory")
#undef memory
#endif
#ifdef memory_order_acquire
#define OAIWIRE_HELD_memory_order_acquire
#pragma push_macro("memory_order_acquire")
#undef memory_order_acquire
#endif
#ifdef memory_order_relaxed
#define OAIWIRE_HELD_memory_order_relaxed
#pragma push_macro("memory_order_relaxed")
#undef memory_order_relaxed
#endif
#ifdef memory_order_release
#define OAIWIRE_HELD_memory_order_release
#pragma push_macro("memory_order_release")
#undef memory_order_release
#endif
#ifdef memset
#define OAIWIRE_HELD_memset
#pragma push_macro("memset")
#undef memset
#endif
#ifdef mended
#define OAIWIRE_HELD_mended
#pragma push_macro("mended")
#undef mended
#endif
#ifdef mentions
#define OAIWIRE_HELD_mentions
#pragma push_macro("mentions")
#undef mentions
#endif
#ifdef merge
#define OAIWIRE_HELD_merge
#pragma push_macro("merge")
#undef merge
#endif
#ifdef mergeable
#define OAIWIRE_HELD_mergeable
#pragma push_macro("mergeable")
#undef mergeable
#endif
#ifdef merged
#define OAIWIRE_HELD_merged
#pragma push_macro("merged")
#undef merged
#endif
#ifdef message
#define OAIWIRE_HELD_message
#pragma push_macro("message")
#undef message
#endif
#ifdef messages
#define OAIWIRE_HELD_messages
#pragma push_macro("messages")
#undef messages
#endif
#ifdef metadata
#define OAIWIRE_HELD_metadata
#pragma push_macro("metadata")
#undef metadata
#endif
#ifdef meteor
#define OAIWIRE_HELD_meteor
#pragma push_macro("meteor")
#undef meteor
#endif
#ifdef method
#define OAIWIRE_HELD_method
#pragma push_macro("method")
#undef method
#endif
#ifdef metrics
#define OAIWIRE_HELD_metrics
#pragma push_macro("metrics")
#undef metrics
#endif
#ifdef micro
#define OAIWIRE_HELD_micro
#pragma push_macro("micro")
#undef micro
#endif
#ifdef microseconds
#define OAIWIRE_HELD_microseconds
#pragma push_macro("microseconds")
#undef microseconds
#endif
#ifdef middle
#define OAIWIRE_HELD_middle
#pragma push_macro("middle")
#undef middle
#endif
#ifdef midpoint
#define OAIWIRE_HELD_midpoint
#pragma push_macro("midpoint")
#undef midpoint
#endif
#ifdef milli
#define OAIWIRE_HELD_milli
#pragma push_macro("milli")
#undef milli
#endif
#ifdef milliseconds
#define OAIWIRE_HELD_milliseconds
#pragma push_macro("milliseconds")
#undef milliseconds
#endif
#ifdef min
#define OAIWIRE_HELD_min
#pragma push_macro("min")
#undef min
#endif
#ifdef min_element
#define OAIWIRE_HELD_min_element
#pragma push_macro("min_element")
#undef min_element
#endif
#ifdef mine
#define OAIWIRE_HELD_mine
#pragma push_macro("mine")
#undef mine
#endif
#ifdef minimal
#define OAIWIRE_HELD_minimal
#pragma push_macro("minimal")
#undef minimal
#endif
#ifdef minimum
#define OAIWIRE_HELD_minimum
#pragma push_macro("minimum")
#undef minimum
#endif
#ifdef minmax
#define OAIWIRE_HELD_minmax
#pragma push_macro("minmax")
#undef minmax
#endif
#ifdef minor
#define OAIWIRE_HELD_minor
#pragma push_macro("minor")
#undef minor
#endif
#ifdef minus
#define OAIWIRE_HELD_minus
#pragma push_macro("minus")
#undef minus
#endif
#ifdef minute
#define OAIWIRE_HELD_minute
#pragma push_macro("minute")
#undef minute
#endif
#ifdef minutes
#define OAIWIRE_HELD_minutes
#pragma push_macro("minutes")
#undef minutes
#endif
#ifdef misalignment
#define OAIWIRE_HELD_misalignment
#pragma push_macro("misalignment")
#undef misalignment
#endif
#ifdef misfit
#define OAIWIRE_HELD_misfit
#pragma push_macro("misfit")
#undef misfit
#endif
#ifdef mismatch
#define OAIWIRE_HELD_mismatch
#pragma push_macro("mismatch")
#undef mismatch
#endif
#ifdef misplaced
#define OAIWIRE_HELD_misplaced
#pragma push_macro("misplaced")
#undef misplaced
#endif
#ifdef miss
#define OAIWIRE_HELD_miss
#pragma push_macro("miss")
#undef miss
#endif
#ifdef missing
#define OAIWIRE_HELD_missing
#pragma push_macro("missing")
#undef missing
#endif
#ifdef mistral
#define OAIWIRE_HELD_mistral
#pragma push_macro("mistral")
#undef mistral
#endif
#ifdef mistyped
#define OAIWIRE_HELD_mistyped
#pragma push_macro("mistyped")
#undef mistyped
#endif
#ifdef mix
#define OAIWIRE_HELD_mix
#pragma push_macro("mix")
#undef mix
#endif
#ifdef mktime
#define OAIWIRE_HELD_mktime
#pragma push_macro("mktime")
#undef mktime
#endif
#ifdef modalities
#define OAIWIRE_HELD_modalities
#pragma push_macro("modalities")
#undef modalities
#endif
#ifdef mode
#define OAIWIRE_HELD_mode
#pragma push_macro("mode")
#undef mode
#endif
#ifdef model
#define OAIWIRE_HELD_model
#pragma push_macro("model")
#undef model
#endif
#ifdef models
#define OAIWIRE_HELD_models
#pragma push_macro("models")
#undef models
#endif
#ifdef moderation
#define OAIWIRE_HELD_moderation
#pragma push_macro("moderation")
#undef moderation
#endif
#ifdef moderations
#define OAIWIRE_HELD_moderations
#pragma push_macro("moderations")
#undef moderations
#endif
#ifdef modf
#define OAIWIRE_HELD_modf
#pragma push_macro("modf")
#undef modf
#endif
#ifdef modff
#define OAIWIRE_HELD_modff
#pragma push_macro("modff")
#undef modff
#endif
#ifdef modfl
#define OAIWIRE_HELD_modfl
#pragma push_macro("modfl")
#undef modfl
#endif
#ifdef modulus
#define OAIWIRE_HELD_modulus
#pragma push_macro("modulus")
#undef modulus
#endif
#ifdef monetary
#define OAIWIRE_HELD_monetary
#pragma push_macro("monetary")
#undef monetary
#endif
#ifdef moneypunct
#define OAIWIRE_HELD_moneypunct
#pragma push_macro("moneypunct")
#undef moneypunct
#endif
#ifdef monostate
#define OAIWIRE_HELD_monostate
#pragma push_macro("monostate")
#undef monostate
#endif
#ifdef month
#define OAIWIRE_HELD_month
#pragma push_macro("month")
#undef month
#endif
#ifdef months
#define OAIWIRE_HELD_months
#pragma push_macro("months")
#undef months
#endif
#ifdef moonshot
#define OAIWIRE_HELD_moonshot
#pragma push_macro("moonshot")
#undef moonshot
#endif
#ifdef more
#define OAIWIRE_HELD_more
#pragma push_macro("more")
#undef more
#endif
#ifdef most
#define OAIWIRE_HELD_most
#pragma push_macro("most")
#undef most
#endif
#ifdef movable
#define OAIWIRE_HELD_movable
#pragma push_macro("movable")
#undef movable
#endif
#ifdef move
#define OAIWIRE_HELD_move
#pragma push_macro("move")
#undef move
#endif
#ifdef move_backward
#define OAIWIRE_HELD_move_backward
#pragma push_macro("move_backward")
#undef move_backward
#endif
#ifdef moved
#define OAIWIRE_HELD_moved
#pragma push_macro("moved")
#undef moved
#endif
#ifdef moves
#define OAIWIRE_HELD_moves
#pragma push_macro("moves")
#undef moves
#endif
#ifdef mp3
#define OAIWIRE_HELD_mp3
#pragma push_macro("mp3")
#undef mp3
#endif
#ifdef ms
#define OAIWIRE_HELD_ms
#pragma push_macro("ms")
#undef ms
#endif
#ifdef msvc
#define OAIWIRE_HELD_msvc
#pragma push_macro("msvc")
#undef msvc
#endif
#ifdef multi
#define OAIWIRE_HELD_multi
#pragma push_macro("multi")
#undef multi
#endif
#ifdef multimap
#define OAIWIRE_HELD_multimap
#pragma push_macro("multimap")
#undef multimap
#endif
#ifdef multiple
#define OAIWIRE_HELD_multiple
#pragma push_macro("multiple")
#undef multiple
#endif
#ifdef multiplier
#define OAIWIRE_HELD_multiplier
#pragma push_macro("multiplier")
#undef multiplier
#endif
#ifdef multiplies
#define OAIWIRE_HELD_multiplies
#pragma push_macro("multiplies")
#undef multiplies
#endif
#ifdef multiply
#define OAIWIRE_HELD_multiply
#pragma push_macro("multiply")
#undef multiply
#endif
#ifdef multiset
#define OAIWIRE_HELD_multiset
#pragma push_macro("multiset")
#undef multiset
#endif
#ifdef must
#define OAIWIRE_HELD_must
#pragma push_macro("must")
#undef must
#endif
#ifdef mutable
#define OAIWIRE_HELD_mutable
#pragma push_macro("mutable")
#undef mutable
#endif
#ifdef mutex
#define OAIWIRE_HELD_mutex
#pragma push_macro("mutex")
#undef mutex
#endif
#ifdef n
#define OAIWIRE_HELD_n
#pragma push_macro("n")
#undef n
#endif
#ifdef name
#define OAIWIRE_HELD_name
#pragma push_macro("name")
#undef name
#endif
#ifdef name_of
#define OAIWIRE_HELD_name_of
#pragma push_macro("name_of")
#undef name_of
#endif
#ifdef named
#define OAIWIRE_HELD_named
#pragma push_macro("named")
#undef named
#endif
#ifdef names
#define OAIWIRE_HELD_names
#pragma push_macro("names")
#undef names
#endif
#ifdef namespace
#define OAIWIRE_HELD_namespace
#pragma push_macro("namespace")
#undef namespace
#endif
#ifdef namespace_
#define OAIWIRE_HELD_namespace_
#pragma push_macro("namespace_")
#undef namespace_
#endif
#ifdef nan
#define OAIWIRE_HELD_nan
#pragma push_macro("nan")
#undef nan
#endif
#ifdef nanf
#define OAIWIRE_HELD_nanf
#pragma push_macro("nanf")
#undef nanf
#endif
#ifdef nanl
#define OAIWIRE_HELD_nanl
#pragma push_macro("nanl")
#undef nanl
#endif
#ifdef nano
#define OAIWIRE_HELD_nano
#pragma push_macro("nano")
#undef nano
#endif
#ifdef nanoseconds
#define OAIWIRE_HELD_nanoseconds
#pragma push_macro("nanoseconds")
#undef nanoseconds
#endif
#ifdef nanosleep
#define OAIWIRE_HELD_nanosleep
#pragma push_macro("nanosleep")
#undef nanosleep
#endif
#ifdef narrow
#define OAIWIRE_HELD_narrow
#pragma push_macro("narrow")
#undef narrow
#endif
#ifdef native
#define OAIWIRE_HELD_native
#pragma push_macro("native")
#undef native
#endif
#ifdef natural
#define OAIWIRE_HELD_natural
#pragma push_macro("natural")
#undef natural
#endif
#ifdef ne
#define OAIWIRE_HELD_ne
#pragma push_macro("ne")
#undef ne
#endif
#ifdef nearbyint
#define OAIWIRE_HELD_nearbyint
#pragma push_macro("nearbyint")
#undef nearbyint
#endif
#ifdef nearbyintf
#define OAIWIRE_HELD_nearbyintf
#pragma push_macro("nearbyintf")
#undef nearbyintf
#endif
#ifdef nearbyintl
#define OAIWIRE_HELD_nearbyintl
#pragma push_macro("nearbyintl")
#undef nearbyintl
#endif
#ifdef nearest
#define OAIWIRE_HELD_nearest
#pragma push_macro("nearest")
#undef nearest
#endif
#ifdef need
#define OAIWIRE_HELD_need
#pragma push_macro("need")
#undef need
#endif
#ifdef needed
#define OAIWIRE_HELD_needed
#pragma push_macro("needed")
#undef needed
#endif
#ifdef negate
#define OAIWIRE_HELD_negate
#pragma push_macro("negate")
#undef negate
#endif
#ifdef negation
#define OAIWIRE_HELD_negation
#pragma push_macro("negation")
#undef negation
#endif
#ifdef negative
#define OAIWIRE_HELD_negative
#pragma push_macro("negative")
#undef negative
#endif
#ifdef nesting
#define OAIWIRE_HELD_nesting
#pragma push_macro("nesting")
#undef nesting
#endif
#ifdef nests
#define OAIWIRE_HELD_nests
#pragma push_macro("nests")
#undef nests
#endif
#ifdef never
#define OAIWIRE_HELD_never
#pragma push_macro("never")
#undef never
#endif
#ifdef new
#define OAIWIRE_HELD_new
#pragma push_macro("new")
#undef new
#endif
#ifdef news
#define OAIWIRE_HELD_news
#pragma push_macro("news")
#undef news
#endif
#ifdef next
#define OAIWIRE_HELD_next
#pragma push_macro("next")
#undef next
#endif
#ifdef nextafter
#define OAIWIRE_HELD_nextafter
#pragma push_macro("nextafter")
#undef nextafter
#endif
#ifdef nextafterf
#define OAIWIRE_HELD_nextafterf
#pragma push_macro("nextafterf")
#undef nextafterf
#endif
#ifdef nextafterl
#define OAIWIRE_HELD_nextafterl
#pragma push_macro("nextafterl")
#undef nextafterl
#endif
#ifdef nexttoward
#define OAIWIRE_HELD_nexttoward
#pragma push_macro("nexttoward")
#undef nexttoward
#endif
#ifdef nexttowardf
#define OAIWIRE_HELD_nexttowardf
#pragma push_macro("nexttowardf")
#undef nexttowardf
#endif
#ifdef nexttowardl
#define OAIWIRE_HELD_nexttowardl
#pragma push_macro("nexttowardl")
#undef nexttowardl
#endif
#ifdef nibbles
#define OAIWIRE_HELD_nibbles
#pragma push_macro("nibbles")
#undef nibbles
#endif
#ifdef nil
#define OAIWIRE_HELD_nil
#pragma push_macro("nil")
#undef nil
#endif
#ifdef no_unique_address
#define OAIWIRE_HELD_no_unique_address
#pragma push_macro("no_unique_address")
#undef no_unique_address
#endif
#ifdef noboolalpha
#define OAIWIRE_HELD_noboolalpha
#pragma push_macro("noboolalpha")
#undef noboolalpha
#endif
#ifdef noconv
#define OAIWIRE_HELD_noconv
#pragma push_macro("noconv")
#undef noconv
#endif
#ifdef node
#define OAIWIRE_HELD_node
#pragma push_macro("node")
#undef node
#endif
#ifdef nodiscard
#define OAIWIRE_HELD_nodiscard
#pragma push_macro("nodiscard")
#undef nodiscard
#endif
#ifdef noexcept
#define OAIWIRE_HELD_noexcept
#pragma push_macro("noexcept")
#undef noexcept
#endif
#ifdef nofollow
#define OAIWIRE_HELD_nofollow
#pragma push_macro("nofollow")
#undef nofollow
#endif
#ifdef noinline
#define OAIWIRE_HELD_noinline
#pragma push_macro("noinline")
#undef noinline
#endif
#ifdef nonce
#define OAIWIRE_HELD_nonce
#pragma push_macro("nonce")
#undef nonce
#endif
#ifdef nonces
#define OAIWIRE_HELD_nonces
#pragma push_macro("nonces")
#undef nonces
#endif
#ifdef none
#define OAIWIRE_HELD_none
#pragma push_macro("none")
#undef none
#endif
#ifdef none_of
#define OAIWIRE_HELD_none_of
#pragma push_macro("none_of")
#undef none_of
#endif
#ifdef noreturn
#define OAIWIRE_HELD_noreturn
#pragma push_macro("noreturn")
#undef noreturn
#endif
#ifdef norm
#define OAIWIRE_HELD_norm
#pragma push_macro("norm")
#undef norm
#endif
#ifdef normal
#define OAIWIRE_HELD_normal
#pragma push_macro("normal")
#undef normal
#endif
#ifdef noshowbase
#define OAIWIRE_HELD_noshowbase
#pragma push_macro("noshowbase")
#undef noshowbase
#endif
#ifdef noshowpoint
#define OAIWIRE_HELD_noshowpoint
#pragma push_macro("noshowpoint")
#undef noshowpoint
#endif
#ifdef noshowpos
#define OAIWIRE_HELD_noshowpos
#pragma push_macro("noshowpos")
#undef noshowpos
#endif
#ifdef noskipws
#define OAIWIRE_HELD_noskipws
#pragma push_macro("noskipws")
#undef noskipws
#endif
#ifdef nostopstate
#define OAIWIRE_HELD_nostopstate
#pragma push_macro("nostopstate")
#undef nostopstate
#endif
#ifdef not_fn
#define OAIWIRE_HELD_not_fn
#pragma push_macro("not_fn")
#undef not_fn
#endif
#ifdef not_found
#define OAIWIRE_HELD_not_found
#pragma push_macro("not_found")
#undef not_found
#endif
#ifdef note
#define OAIWIRE_HELD_note
#pragma push_macro("note")
#undef note
#endif
#ifdef noted
#define OAIWIRE_HELD_noted
#pragma push_macro("noted")
#undef noted
#endif
#ifdef notes
#define OAIWIRE_HELD_notes
#pragma push_macro("notes")
#undef notes
#endif
#ifdef nothing
#define OAIWIRE_HELD_nothing
#pragma push_macro("nothing")
#undef nothing
#endif
#ifdef nothrow
#define OAIWIRE_HELD_nothrow
#pragma push_macro("nothrow")
#undef nothrow
#endif
#ifdef notice
#define OAIWIRE_HELD_notice
#pragma push_macro("notice")
#undef notice
#endif
#ifdef notices
#define OAIWIRE_HELD_notices
#pragma push_macro("notices")
#undef notices
#endif
#ifdef notify_all
#define OAIWIRE_HELD_notify_all
#pragma push_macro("notify_all")
#undef notify_all
#endif
#ifdef notify_one
#define OAIWIRE_HELD_notify_one
#pragma push_macro("notify_one")
#undef notify_one
#endif
#ifdef nounitbuf
#define OAIWIRE_HELD_nounitbuf
#pragma push_macro("nounitbuf")
#undef nounitbuf
#endif
#ifdef nouppercase
#define OAIWIRE_HELD_nouppercase
#pragma push_macro("nouppercase")
#undef nouppercase
#endif
#ifdef now
#define OAIWIRE_HELD_now
#pragma push_macro("now")
#undef now
#endif
#ifdef nowhere
#define OAIWIRE_HELD_nowhere
#pragma push_macro("nowhere")
#undef nowhere
#endif
#ifdef npos
#define OAIWIRE_HELD_npos
#pragma push_macro("npos")
#undef npos
#endif
#ifdef ns
#define OAIWIRE_HELD_ns
#pragma push_macro("ns")
#undef ns
#endif
#ifdef ntdll
#define OAIWIRE_HELD_ntdll
#pragma push_macro("ntdll")
#undef ntdll
#endif
#ifdef nth
#define OAIWIRE_HELD_nth
#pragma push_macro("nth")
#undef nth
#endif
#ifdef null
#define OAIWIRE_HELD_null
#pragma push_macro("null")
#undef null
#endif
#ifdef null_t
#define OAIWIRE_HELD_null_t
#pragma push_macro("null_t")
#undef null_t
#endif
#ifdef nullable
#define OAIWIRE_HELD_nullable
#pragma push_macro("nullable")
#undef nullable
#endif
#ifdef nullopt
#define OAIWIRE_HELD_nullopt
#pragma push_macro("nullopt")
#undef nullopt
#endif
#ifdef nullopt_t
#define OAIWIRE_HELD_nullopt_t
#pragma push_macro("nullopt_t")
#undef nullopt_t
#endif
#ifdef nullptr
#define OAIWIRE_HELD_nullptr
#pragma push_macro("nullptr")
#undef nullptr
#endif
#ifdef nullptr_t
#define OAIWIRE_HELD_nullptr_t
#pragma push_macro("nullptr_t")
#undef nullptr_t
#endif
#ifdef num
#define OAIWIRE_HELD_num
#pragma push_macro("num")
#undef num
#endif
#ifdef number
#define OAIWIRE_HELD_number
#pragma push_macro("number")
#undef number
#endif
#ifdef number_of
#define OAIWIRE_HELD_number_of
#pragma push_macro("number_of")
#undef number_of
#endif
#ifdef numbered
#define OAIWIRE_HELD_numbered
#pragma push_macro("numbered")
#undef numbered
#endif
#ifdef numbers
#define OAIWIRE_HELD_numbers
#pragma push_macro("numbers")
#undef numbers
#endif
#ifdef numerator
#define OAIWIRE_HELD_numerator
#pragma push_macro("numerator")
#undef numerator
#endif
#ifdef numeric
#define OAIWIRE_HELD_numeric
#pragma push_macro("numeric")
#undef numeric
#endif
#ifdef numeric_limits
#define OAIWIRE_HELD_numeric_limits
#pragma push_macro("numeric_limits")
#undef numeric_limits
#endif
#ifdef numpunct
#define OAIWIRE_HELD_numpunct
#pragma push_macro("numpunct")
#undef numpunct
#endif
#ifdef nvidia
#define OAIWIRE_HELD_nvidia
#pragma push_macro("nvidia")
#undef nvidia
#endif
#ifdef o
#define OAIWIRE_HELD_o
#pragma push_macro("o")
#undef o
#endif
#ifdef oaiwire
#define OAIWIRE_HELD_oaiwire
#pragma push_macro("oaiwire")
#undef oaiwire
#endif
#ifdef obfuscate
#define OAIWIRE_HELD_obfuscate
#pragma push_macro("obfuscate")
#undef obfuscate
#endif
#ifdef obfuscation
#define OAIWIRE_HELD_obfuscation
#pragma push_macro("obfuscation")
#undef obfuscation
#endif
#ifdef object
#define OAIWIRE_HELD_object
#pragma push_macro("object")
#undef object
#endif
#ifdef objects
#define OAIWIRE_HELD_objects
#pragma push_macro("objects")
#undef objects
#endif
#ifdef oct
#define OAIWIRE_HELD_oct
#pragma push_macro("oct")
#undef oct
#endif
#ifdef odd
#define OAIWIRE_HELD_odd
#pragma push_macro("odd")
#undef odd
#endif
#ifdef of
#define OAIWIRE_HELD_of
#pragma push_macro("of")
#undef of
#endif
#ifdef offer
#define OAIWIRE_HELD_offer
#pragma push_macro("offer")
#undef offer
#endif
#ifdef offered
#define OAIWIRE_HELD_offered
#pragma push_macro("offered")
#undef offered
#endif
#ifdef offset
#define OAIWIRE_HELD_offset
#pragma push_macro("offset")
#undef offset
#endif
#ifdef offset_of
#define OAIWIRE_HELD_offset_of
#pragma push_macro("offset_of")
#undef offset_of
#endif
#ifdef offsets
#define OAIWIRE_HELD_offsets
#pragma push_macro("offsets")
#undef offsets
#endif
#ifdef ofstream
#define OAIWIRE_HELD_ofstream
#pragma push_macro("ofstream")
#undef ofstream
#endif
#ifdef often
#define OAIWIRE_HELD_often
#pragma push_macro("often")
#undef often
#endif
#ifdef ok
#define OAIWIRE_HELD_ok
#pragma push_macro("ok")
#undef ok
#endif
#ifdef old
#define OAIWIRE_HELD_old
#pragma push_macro("old")
#undef old
#endif
#ifdef oldest
#define OAIWIRE_HELD_oldest
#pragma push_macro("oldest")
#undef oldest
#endif
#ifdef ollama
#define OAIWIRE_HELD_ollama
#pragma push_macro("ollama")
#undef ollama
#endif
#ifdef on
#define OAIWIRE_HELD_on
#pragma push_macro("on")
#undef on
#endif
#ifdef on_error
#define OAIWIRE_HELD_on_error
#pragma push_macro("on_error")
#undef on_error
#endif
#ifdef once
#define OAIWIRE_HELD_once
#pragma push_macro("once")
#undef once
#endif
#ifdef one
#define OAIWIRE_HELD_one
#pragma push_macro("one")
#undef one
#endif
#ifdef ones
#define OAIWIRE_HELD_ones
#pragma push_macro("ones")
#undef ones
#endif
#ifdef only
#define OAIWIRE_HELD_only
#pragma push_macro("only")
#undef only
#endif
#ifdef op
#define OAIWIRE_HELD_op
#pragma push_macro("op")
#undef op
#endif
#ifdef opaque
#define OAIWIRE_HELD_opaque
#pragma push_macro("opaque")
#undef opaque
#endif
#ifdef opcode
#define OAIWIRE_HELD_opcode
#pragma push_macro("opcode")
#undef opcode
#endif
#ifdef open
#define OAIWIRE_HELD_open
#pragma push_macro("open")
#undef open
#endif
#ifdef openai
#define OAIWIRE_HELD_openai
#pragma push_macro("openai")
#undef openai
#endif
#ifdef opened
#define OAIWIRE_HELD_opened
#pragma push_macro("opened")
#undef opened
#endif
#ifdef opener
#define OAIWIRE_HELD_opener
#pragma push_macro("opener")
#undef opener
#endif
#ifdef opening
#define OAIWIRE_HELD_opening
#pragma push_macro("opening")
#undef opening
#endif
#ifdef openmode
#define OAIWIRE_HELD_openmode
#pragma push_macro("openmode")
#undef openmode
#endif
#ifdef openrouter
#define OAIWIRE_HELD_openrouter
#pragma push_macro("openrouter")
#undef openrouter
#endif
#ifdef opens
#define OAIWIRE_HELD_opens
#pragma push_macro("opens")
#undef opens
#endif
#ifdef operation
#define OAIWIRE_HELD_operation
#pragma push_macro("operation")
#undef operation
#endif
#ifdef operations
#define OAIWIRE_HELD_operations
#pragma push_macro("operations")
#undef operations
#endif
#ifdef operator
#define OAIWIRE_HELD_operator
#pragma push_macro("operator")
#undef operator
#endif
#ifdef option
#define OAIWIRE_HELD_option
#pragma push_macro("option")
#undef option
#endif
#ifdef optional
#define OAIWIRE_HELD_optional
#pragma push_macro("optional")
#undef optional
#endif
#ifdef optionals
#define OAIWIRE_HELD_optionals
#pragma push_macro("optionals")
#undef optionals
#endif
#ifdef options
#define OAIWIRE_HELD_options
#pragma push_macro("options")
#undef options
#endif
#ifdef opus
#define OAIWIRE_HELD_opus
#pragma push_macro("opus")
#undef opus
#endif
#ifdef or_else
#define OAIWIRE_HELD_or_else
#pragma push_macro("or_else")
#undef or_else
#endif
#ifdef order
#define OAIWIRE_HELD_order
#pragma push_macro("order")
#undef order
#endif
#ifdef ordered
#define OAIWIRE_HELD_ordered
#pragma push_macro("ordered")
#undef ordered
#endif
#ifdef organization
#define OAIWIRE_HELD_organization
#pragma push_macro("organization")
#undef organization
#endif
#ifdef origin
#define OAIWIRE_HELD_origin
#pragma push_macro("origin")
#undef origin
#endif
#ifdef original
#define OAIWIRE_HELD_original
#pragma push_macro("original")
#undef original
#endif
#ifdef ostream
#define OAIWIRE_HELD_ostream
#pragma push_macro("ostream")
#undef ostream
#endif
#ifdef ostringstream
#define OAIWIRE_HELD_ostringstream
#pragma push_macro("ostringstream")
#undef ostringstream
#endif
#ifdef osyncstream
#define OAIWIRE_HELD_osyncstream
#pragma push_macro("osyncstream")
#undef osyncstream
#endif
#ifdef other
#define OAIWIRE_HELD_other
#pragma push_macro("other")
#undef other
#endif
#ifdef others
#define OAIWIRE_HELD_others
#pragma push_macro("others")
#undef others
#endif
#ifdef otherwise
#define OAIWIRE_HELD_otherwise
#pragma push_macro("otherwise")
#undef otherwise
#endif
#ifdef ours
#define OAIWIRE_HELD_ours
#pragma push_macro("ours")
#undef ours
#endif
#ifdef out
#define OAIWIRE_HELD_out
#pragma push_macro("out")
#undef out
#endif
#ifdef out32
#define OAIWIRE_HELD_out32
#pragma push_macro("out32")
#undef out32
#endif
#ifdef out_of_memory
#define OAIWIRE_HELD_out_of_memory
#pragma push_macro("out_of_memory")
#undef out_of_memory
#endif
#ifdef out_of_range
#define OAIWIRE_HELD_out_of_range
#pragma push_macro("out_of_range")
#undef out_of_range
#endif
#ifdef outcome
#define OAIWIRE_HELD_outcome
#pragma push_macro("outcome")
#undef outcome
#endif
#ifdef outermost
#define OAIWIRE_HELD_outermost
#pragma push_macro("outermost")
#undef outermost
#endif
#ifdef outgoing
#define OAIWIRE_HELD_outgoing
#pragma push_macro("outgoing")
#undef outgoing
#endif
#ifdef output
#define OAIWIRE_HELD_output
#pragma push_macro("output")
#undef output
#endif
#ifdef outputs
#define OAIWIRE_HELD_outputs
#pragma push_macro("outputs")
#undef outputs
#endif
#ifdef outside
#define OAIWIRE_HELD_outside
#pragma push_macro("outside")
#undef outside
#endif
#ifdef over
#define OAIWIRE_HELD_over
#pragma push_macro("over")
#undef over
#endif
#ifdef overflow
#define OAIWIRE_HELD_overflow
#pragma push_macro("overflow")
#undef overflow
#endif
#ifdef overlap
#define OAIWIRE_HELD_overlap
#pragma push_macro("overlap")
#undef overlap
#endif
#ifdef overloaded
#define OAIWIRE_HELD_overloaded
#pragma push_macro("overloaded")
#undef overloaded
#endif
#ifdef override
#define OAIWIRE_HELD_override
#pragma push_macro("override")
#undef override
#endif
#ifdef own
#define OAIWIRE_HELD_own
#pragma push_macro("own")
#undef own
#endif
#ifdef owned
#define OAIWIRE_HELD_owned
#pragma push_macro("owned")
#undef owned
#endif
#ifdef owner
#define OAIWIRE_HELD_owner
#pragma push_macro("owner")
#undef owner
#endif
#ifdef p
#define OAIWIRE_HELD_p
#pragma push_macro("p")
#undef p
#endif
#ifdef p0
#define OAIWIRE_HELD_p0
#pragma push_macro("p0")
#undef p0
#endif
#ifdef p1
#define OAIWIRE_HELD_p1
#pragma push_macro("p1")
#undef p1
#endif
#ifdef p2
#define OAIWIRE_HELD_p2
#pragma push_macro("p2")
#undef p2
#endif
#ifdef p3
#define OAIWIRE_HELD_p3
#pragma push_macro("p3")
#undef p3
#endif
#ifdef p4
#define OAIWIRE_HELD_p4
#pragma push_macro("p4")
#undef p4
#endif
#ifdef p5
#define OAIWIRE_HELD_p5
#pragma push_macro("p5")
#undef p5
#endif
#ifdef p6
#define OAIWIRE_HELD_p6
#pragma push_macro("p6")
#undef p6
#endif
#ifdef p7
#define OAIWIRE_HELD_p7
#pragma push_macro("p7")
#undef p7
#endif
#ifdef packet
#define OAIWIRE_HELD_packet
#pragma push_macro("packet")
#undef packet
#endif
#ifdef padding
#define OAIWIRE_HELD_padding
#pragma push_macro("padding")
#undef padding
#endif
#ifdef pads
#define OAIWIRE_HELD_pads
#pragma push_macro("pads")
#undef pads
#endif
#ifdef page
#define OAIWIRE_HELD_page
#pragma push_macro("page")
#undef page
#endif
#ifdef pair
#define OAIWIRE_HELD_pair
#pragma push_macro("pair")
#undef pair
#endif
#ifdef pairs
#define OAIWIRE_HELD_pairs
#pragma push_macro("pairs")
#undef pairs
#endif
#ifdef par
#define OAIWIRE_HELD_par
#pragma push_macro("par")
#undef par
#endif
#ifdef parallel
#define OAIWIRE_HELD_parallel
#pragma push_macro("parallel")
#undef parallel
#endif
#ifdef param
#define OAIWIRE_HELD_param
#pragma push_macro("param")
#undef param
#endif
#ifdef parameter
#define OAIWIRE_HELD_parameter
#pragma push_macro("parameter")
#undef parameter
#endif
#ifdef parameters
#define OAIWIRE_HELD_parameters
#pragma push_macro("parameters")
#undef parameters
#endif
#ifdef parent
#define OAIWIRE_HELD_parent
#pragma push_macro("parent")
#undef parent
#endif
#ifdef parse
#define OAIWIRE_HELD_parse
#pragma push_macro("parse")
#undef parse
#endif
#ifdef parser
#define OAIWIRE_HELD_parser
#pragma push_macro("parser")
#undef parser
#endif
#ifdef part
#define OAIWIRE_HELD_part
#pragma push_macro("part")
#undef part
#endif
#ifdef partial
#define OAIWIRE_HELD_partial
#pragma push_macro("partial")
#undef partial
#endif
#ifdef partition
#define OAIWIRE_HELD_partition
#pragma push_macro("partition")
#undef partition
#endif
#ifdef partitions
#define OAIWIRE_HELD_partitions
#pragma push_macro("partitions")
#undef partitions
#endif
#ifdef parts
#define OAIWIRE_HELD_parts
#pragma push_macro("parts")
#undef parts
#endif
#ifdef pass
#define OAIWIRE_HELD_pass
#pragma push_macro("pass")
#undef pass
#endif
#ifdef passed
#define OAIWIRE_HELD_passed
#pragma push_macro("passed")
#undef passed
#endif
#ifdef past
#define OAIWIRE_HELD_past
#pragma push_macro("past")
#undef past
#endif
#ifdef patch
#define OAIWIRE_HELD_patch
#pragma push_macro("patch")
#undef patch
#endif
#ifdef patched
#define OAIWIRE_HELD_patched
#pragma push_macro("patched")
#undef patched
#endif
#ifdef path
#define OAIWIRE_HELD_path
#pragma push_macro("path")
#undef path
#endif
#ifdef paths
#define OAIWIRE_HELD_paths
#pragma push_macro("paths")
#undef paths
#endif
#ifdef patience
#define OAIWIRE_HELD_patience
#pragma push_macro("patience")
#undef patience
#endif
#ifdef pattern
#define OAIWIRE_HELD_pattern
#pragma push_macro("pattern")
#undef pattern
#endif
#ifdef pause
#define OAIWIRE_HELD_pause
#pragma push_macro("pause")
#undef pause
#endif
#ifdef payer
#define OAIWIRE_HELD_payer
#pragma push_macro("payer")
#undef payer
#endif
#ifdef payload
#define OAIWIRE_HELD_payload
#pragma push_macro("payload")
#undef payload
#endif
#ifdef pbackfail
#define OAIWIRE_HELD_pbackfail
#pragma push_macro("pbackfail")
#undef pbackfail
#endif
#ifdef pbase
#define OAIWIRE_HELD_pbase
#pragma push_macro("pbase")
#undef pbase
#endif
#ifdef pbump
#define OAIWIRE_HELD_pbump
#pragma push_macro("pbump")
#undef pbump
#endif
#ifdef pcm
#define OAIWIRE_HELD_pcm
#pragma push_macro("pcm")
#undef pcm
#endif
#ifdef pcm16
#define OAIWIRE_HELD_pcm16
#pragma push_macro("pcm16")
#undef pcm16
#endif
#ifdef peek
#define OAIWIRE_HELD_peek
#pragma push_macro("peek")
#undef peek
#endif
#ifdef pending
#define OAIWIRE_HELD_pending
#pragma push_macro("pending")
#undef pending
#endif
#ifdef period
#define OAIWIRE_HELD_period
#pragma push_macro("period")
#undef period
#endif
#ifdef permissions
#define OAIWIRE_HELD_permissions
#pragma push_macro("permissions")
#undef permissions
#endif
#ifdef perms
#define OAIWIRE_HELD_perms
#pragma push_macro("perms")
#undef perms
#endif
#ifdef permutable
#define OAIWIRE_HELD_permutable
#pragma push_macro("permutable")
#undef permutable
#endif
#ifdef perror
#define OAIWIRE_HELD_perror
#pragma push_macro("perror")
#undef perror
#endif
#ifdef personality
#define OAIWIRE_HELD_personality
#pragma push_macro("personality")
#undef personality
#endif
#ifdef peta
#define OAIWIRE_HELD_peta
#pragma push_macro("peta")
#undef peta
#endif
#ifdef phase
#define OAIWIRE_HELD_phase
#pragma push_macro("phase")
#undef phase
#endif
#ifdef phi
#define OAIWIRE_HELD_phi
#pragma push_macro("phi")
#undef phi
#endif
#ifdef phrase
#define OAIWIRE_HELD_phrase
#pragma push_macro("phrase")
#undef phrase
#endif
#ifdef phrases
#define OAIWIRE_HELD_phrases
#pragma push_macro("phrases")
#undef phrases
#endif
#ifdef pi
#define OAIWIRE_HELD_pi
#pragma push_macro("pi")
#undef pi
#endif
#ifdef pico
#define OAIWIRE_HELD_pico
#pragma push_macro("pico")
#undef pico
#endif
#ifdef piece
#define OAIWIRE_HELD_piece
#pragma push_macro("piece")
#undef piece
#endif
#ifdef pieces
#define OAIWIRE_HELD_pieces
#pragma push_macro("pieces")
#undef pieces
#endif
#ifdef ping
#define OAIWIRE_HELD_ping
#pragma push_macro("ping")
#undef ping
#endif
#ifdef pipe
#define OAIWIRE_HELD_pipe
#pragma push_macro("pipe")
#undef pipe
#endif
#ifdef pipelined
#define OAIWIRE_HELD_pipelined
#pragma push_macro("pipelined")
#undef pipelined
#endif
#ifdef pixels
#define OAIWIRE_HELD_pixels
#pragma push_macro("pixels")
#undef pixels
#endif
#ifdef place
#define OAIWIRE_HELD_place
#pragma push_macro("place")
#undef place
#endif
#ifdef placeholders
#define OAIWIRE_HELD_placeholders
#pragma push_macro("placeholders")
#undef placeholders
#endif
#ifdef places
#define OAIWIRE_HELD_places
#pragma push_macro("places")
#undef places
#endif
#ifdef plain
#define OAIWIRE_HELD_plain
#pragma push_macro("plain")
#undef plain
#endif
#ifdef plaintext
#define OAIWIRE_HELD_plaintext
#pragma push_macro("plaintext")
#undef plaintext
#endif
#ifdef plan
#define OAIWIRE_HELD_plan
#pragma push_macro("plan")
#undef plan
#endif
#ifdef plane
#define OAIWIRE_HELD_plane
#pragma push_macro("plane")
#undef plane
#endif
#ifdef play
#define OAIWIRE_HELD_play
#pragma push_macro("play")
#undef play
#endif
#ifdef playback
#define OAIWIRE_HELD_playback
#pragma push_macro("playback")
#undef playback
#endif
#ifdef played
#define OAIWIRE_HELD_played
#pragma push_macro("played")
#undef played
#endif
#ifdef playing
#define OAIWIRE_HELD_playing
#pragma push_macro("playing")
#undef playing
#endif
#ifdef plus
#define OAIWIRE_HELD_plus
#pragma push_macro("plus")
#undef plus
#endif
#ifdef pmr
#define OAIWIRE_HELD_pmr
#pragma push_macro("pmr")
#undef pmr
#endif
#ifdef png
#define OAIWIRE_HELD_png
#pragma push_macro("png")
#undef png
#endif
#ifdef point
#define OAIWIRE_HELD_point
#pragma push_macro("point")
#undef point
#endif
#ifdef pointer
#define OAIWIRE_HELD_pointer
#pragma push_macro("pointer")
#undef pointer
#endif
#ifdef polar
#define OAIWIRE_HELD_polar
#pragma push_macro("polar")
#undef polar
#endif
#ifdef policy
#define OAIWIRE_HELD_policy
#pragma push_macro("policy")
#undef policy
#endif
#ifdef poll
#define OAIWIRE_HELD_poll
#pragma push_macro("poll")
#undef poll
#endif
#ifdef pollable
#define OAIWIRE_HELD_pollable
#pragma push_macro("pollable")
#undef pollable
#endif
#ifdef pollfd
#define OAIWIRE_HELD_pollfd
#pragma push_macro("pollfd")
#undef pollfd
#endif
#ifdef polls
#define OAIWIRE_HELD_polls
#pragma push_macro("polls")
#undef polls
#endif
#ifdef pong
#define OAIWIRE_HELD_pong
#pragma push_macro("pong")
#undef pong
#endif
#ifdef pool
#define OAIWIRE_HELD_pool
#pragma push_macro("pool")
#undef pool
#endif
#ifdef pop
#define OAIWIRE_HELD_pop
#pragma push_macro("pop")
#undef pop
#endif
#ifdef pop_back
#define OAIWIRE_HELD_pop_back
#pragma push_macro("pop_back")
#undef pop_back
#endif
#ifdef pop_front
#define OAIWIRE_HELD_pop_front
#pragma push_macro("pop_front")
#undef pop_front
#endif
#ifdef pop_heap
#define OAIWIRE_HELD_pop_heap
#pragma push_macro("pop_heap")
#undef pop_heap
#endif
#ifdef popcount
#define OAIWIRE_HELD_popcount
#pragma push_macro("popcount")
#undef popcount
#endif
#ifdef port
#define OAIWIRE_HELD_port
#pragma push_macro("port")
#undef port
#endif
#ifdef position
#define OAIWIRE_HELD_position
#pragma push_macro("position")
#undef position
#endif
#ifdef post
#define OAIWIRE_HELD_post
#pragma push_macro("post")
#undef post
#endif
#ifdef pow
#define OAIWIRE_HELD_pow
#pragma push_macro("pow")
#undef pow
#endif
#ifdef power
#define OAIWIRE_HELD_power
#pragma push_macro("power")
#undef power
#endif
#ifdef powers
#define OAIWIRE_HELD_powers
#pragma push_macro("powers")
#undef powers
#endif
#ifdef powf
#define OAIWIRE_HELD_powf
#pragma push_macro("powf")
#undef powf
#endif
#ifdef powl
#define OAIWIRE_HELD_powl
#pragma push_macro("powl")
#undef powl
#endif
#ifdef pptr
#define OAIWIRE_HELD_pptr
#pragma push_macro("pptr")
#undef pptr
#endif
#ifdef preamble
#define OAIWIRE_HELD_preamble
#pragma push_macro("preamble")
#undef preamble
#endif
#ifdef precision
#define OAIWIRE_HELD_precision
#pragma push_macro("precision")
#undef precision
#endif
#ifdef predicate
#define OAIWIRE_HELD_predicate
#pragma push_macro("predicate")
#undef predicate
#endif
#ifdef predict
#define OAIWIRE_HELD_predict
#pragma push_macro("predict")
#undef predict
#endif
#ifdef prediction
#define OAIWIRE_HELD_prediction
#pragma push_macro("prediction")
#undef prediction
#endif
#ifdef preferred
#define OAIWIRE_HELD_preferred
#pragma push_macro("preferred")
#undef preferred
#endif
#ifdef prefix
#define OAIWIRE_HELD_prefix
#pragma push_macro("prefix")
#undef prefix
#endif
#ifdef prefixes
#define OAIWIRE_HELD_prefixes
#pragma push_macro("prefixes")
#undef prefixes
#endif
#ifdef prepare
#define OAIWIRE_HELD_prepare
#pragma push_macro("prepare")
#undef prepare
#endif
#ifdef prepared
#define OAIWIRE_HELD_prepared
#pragma push_macro("prepared")
#undef prepared
#endif
#ifdef presence
#define OAIWIRE_HELD_presence
#pragma push_macro("presence")
#undef presence
#endif
#ifdef present
#define OAIWIRE_HELD_present
#pragma push_macro("present")
#undef present
#endif
#ifdef prev
#define OAIWIRE_HELD_prev
#pragma push_macro("prev")
#undef prev
#endif
#ifdef preview
#define OAIWIRE_HELD_preview
#pragma push_macro("preview")
#undef preview
#endif
#ifdef previous
#define OAIWIRE_HELD_previous
#pragma push_macro("previous")
#undef previous
#endif
#ifdef prewarm
#define OAIWIRE_HELD_prewarm
#pragma push_macro("prewarm")
#undef prewarm
#endif
#ifdef print
#define OAIWIRE_HELD_print
#pragma push_macro("print")
#undef print
#endif
#ifdef printf
#define OAIWIRE_HELD_printf
#pragma push_macro("printf")
#undef printf
#endif
#ifdef priority
#define OAIWIRE_HELD_priority
#pragma push_macro("priority")
#undef priority
#endif
#ifdef private
#define OAIWIRE_HELD_private
#pragma push_macro("private")
#undef private
#endif
#ifdef probabilities
#define OAIWIRE_HELD_probabilities
#pragma push_macro("probabilities")
#undef probabilities
#endif
#ifdef probability
#define OAIWIRE_HELD_probability
#pragma push_macro("probability")
#undef probability
#endif
#ifdef proceed
#define OAIWIRE_HELD_proceed
#pragma push_macro("proceed")
#undef proceed
#endif
#ifdef process
#define OAIWIRE_HELD_process
#pragma push_macro("process")
#undef process
#endif
#ifdef processed
#define OAIWIRE_HELD_processed
#pragma push_macro("processed")
#undef processed
#endif
#ifdef product
#define OAIWIRE_HELD_product
#pragma push_macro("product")
#undef product
#endif
#ifdef progress
#define OAIWIRE_HELD_progress
#pragma push_macro("progress")
#undef progress
#endif
#ifdef proj
#define OAIWIRE_HELD_proj
#pragma push_macro("proj")
#undef proj
#endif
#ifdef project
#define OAIWIRE_HELD_project
#pragma push_macro("project")
#undef project
#endif
#ifdef projected
#define OAIWIRE_HELD_projected
#pragma push_macro("projected")
#undef projected
#endif
#ifdef promise
#define OAIWIRE_HELD_promise
#pragma push_macro("promise")
#undef promise
#endif
#ifdef prompt
#define OAIWIRE_HELD_prompt
#pragma push_macro("prompt")
#undef prompt
#endif
#ifdef properties
#define OAIWIRE_HELD_properties
#pragma push_macro("properties")
#undef properties
#endif
#ifdef protected
#define OAIWIRE_HELD_protected
#pragma push_macro("protected")
#undef protected
#endif
#ifdef protocol
#define OAIWIRE_HELD_protocol
#pragma push_macro("protocol")
#undef protocol
#endif
#ifdef provide
#define OAIWIRE_HELD_provide
#pragma push_macro("provide")
#undef provide
#endif
#ifdef provider
#define OAIWIRE_HELD_provider
#pragma push_macro("provider")
#undef provider
#endif
#ifdef providers
#define OAIWIRE_HELD_providers
#pragma push_macro("providers")
#undef providers
#endif
#ifdef proximate
#define OAIWIRE_HELD_proximate
#pragma push_macro("proximate")
#undef proximate
#endif
#ifdef proxy
#define OAIWIRE_HELD_proxy
#pragma push_macro("proxy")
#undef proxy
#endif
#ifdef ptr
#define OAIWIRE_HELD_ptr
#pragma push_macro("ptr")
#undef ptr
#endif
#ifdef ptrdiff_t
#define OAIWIRE_HELD_ptrdiff_t
#pragma push_macro("ptrdiff_t")
#undef ptrdiff_t
#endif
#ifdef pubimbue
#define OAIWIRE_HELD_pubimbue
#pragma push_macro("pubimbue")
#undef pubimbue
#endif
#ifdef public
#define OAIWIRE_HELD_public
#pragma push_macro("public")
#undef public
#endif
#ifdef pubseekoff
#define OAIWIRE_HELD_pubseekoff
#pragma push_macro("pubseekoff")
#undef pubseekoff
#endif
#ifdef pubseekpos
#define OAIWIRE_HELD_pubseekpos
#pragma push_macro("pubseekpos")
#undef pubseekpos
#endif
#ifdef pubsetbuf
#define OAIWIRE_HELD_pubsetbuf
#pragma push_macro("pubsetbuf")
#undef pubsetbuf
#endif
#ifdef pubsync
#define OAIWIRE_HELD_pubsync
#pragma push_macro("pubsync")
#undef pubsync
#endif
#ifdef pulled
#define OAIWIRE_HELD_pulled
#pragma push_macro("pulled")
#undef pulled
#endif
#ifdef pump
#define OAIWIRE_HELD_pump
#pragma push_macro("pump")
#undef pump
#endif
#ifdef punct
#define OAIWIRE_HELD_punct
#pragma push_macro("punct")
#undef punct
#endif
#ifdef purpose
#define OAIWIRE_HELD_purpose
#pragma push_macro("purpose")
#undef purpose
#endif
#ifdef push
#define OAIWIRE_HELD_push
#pragma push_macro("push")
#undef push
#endif
#ifdef push_back
#define OAIWIRE_HELD_push_back
#pragma push_macro("push_back")
#undef push_back
#endif
#ifdef push_front
#define OAIWIRE_HELD_push_front
#pragma push_macro("push_front")
#undef push_front
#endif
#ifdef push_heap
#define OAIWIRE_HELD_push_heap
#pragma push_macro("push_heap")
#undef push_heap
#endif
#ifdef put
#define OAIWIRE_HELD_put
#pragma push_macro("put")
#undef put
#endif
#ifdef putback
#define OAIWIRE_HELD_putback
#pragma push_macro("putback")
#undef putback
#endif
#ifdef putc
#define OAIWIRE_HELD_putc
#pragma push_macro("putc")
#undef putc
#endif
#ifdef putchar
#define OAIWIRE_HELD_putchar
#pragma push_macro("putchar")
#undef putchar
#endif
#ifdef puts
#define OAIWIRE_HELD_puts
#pragma push_macro("puts")
#undef puts
#endif
#ifdef putwc
#define OAIWIRE_HELD_putwc
#pragma push_macro("putwc")
#undef putwc
#endif
#ifdef putwchar
#define OAIWIRE_HELD_putwchar
#pragma push_macro("putwchar")
#undef putwchar
#endif
#ifdef pword
#define OAIWIRE_HELD_pword
#pragma push_macro("pword")
#undef pword
#endif
#ifdef q
#define OAIWIRE_HELD_q
#pragma push_macro("q")
#undef q
#endif
#ifdef qsort
#define OAIWIRE_HELD_qsort
#pragma push_macro("qsort")
#undef qsort
#endif
#ifdef quad
#define OAIWIRE_HELD_quad
#pragma push_macro("quad")
#undef quad
#endif
#ifdef quality
#define OAIWIRE_HELD_quality
#pragma push_macro("quality")
#undef quality
#endif
#ifdef quarters
#define OAIWIRE_HELD_quarters
#pragma push_macro("quarters")
#undef quarters
#endif
#ifdef queries
#define OAIWIRE_HELD_queries
#pragma push_macro("queries")
#undef queries
#endif
#ifdef query
#define OAIWIRE_HELD_query
#pragma push_macro("query")
#undef query
#endif
#ifdef questions
#define OAIWIRE_HELD_questions
#pragma push_macro("questions")
#undef questions
#endif
#ifdef queue
#define OAIWIRE_HELD_queue
#pragma push_macro("queue")
#undef queue
#endif
#ifdef queued
#define OAIWIRE_HELD_queued
#pragma push_macro("queued")
#undef queued
#endif
#ifdef quick_exit
#define OAIWIRE_HELD_quick_exit
#pragma push_macro("quick_exit")
#undef quick_exit
#endif
#ifdef quiet_NaN
#define OAIWIRE_HELD_quiet_NaN
#pragma push_macro("quiet_NaN")
#undef quiet_NaN
#endif
#ifdef quirks
#define OAIWIRE_HELD_quirks
#pragma push_macro("quirks")
#undef quirks
#endif
#ifdef quot
#define OAIWIRE_HELD_quot
#pragma push_macro("quot")
#undef quot
#endif
#ifdef quote
#define OAIWIRE_HELD_quote
#pragma push_macro("quote")
#undef quote
#endif
#ifdef quoted
#define OAIWIRE_HELD_quoted
#pragma push_macro("quoted")
#undef quoted
#endif
#ifdef quotes
#define OAIWIRE_HELD_quotes
#pragma push_macro("quotes")
#undef quotes
#endif
#ifdef qwen
#define OAIWIRE_HELD_qwen
#pragma push_macro("qwen")
#undef qwen
#endif
#ifdef r
#define OAIWIRE_HELD_r
#pragma push_macro("r")
#undef r
#endif
#ifdef r9s
#define OAIWIRE_HELD_r9s
#pragma push_macro("r9s")
#undef r9s
#endif
#ifdef radix
#define OAIWIRE_HELD_radix
#pragma push_macro("radix")
#undef radix
#endif
#ifdef raise
#define OAIWIRE_HELD_raise
#pragma push_macro("raise")
#undef raise
#endif
#ifdef ran
#define OAIWIRE_HELD_ran
#pragma push_macro("ran")
#undef ran
#endif
#ifdef rand
#define OAIWIRE_HELD_rand
#pragma push_macro("rand")
#undef rand
#endif
#ifdef random
#define OAIWIRE_HELD_random
#pragma push_macro("random")
#undef random
#endif
#ifdef random_device
#define OAIWIRE_HELD_random_device
#pragma push_macro("random_device")
#undef random_device
#endif
#ifdef range
#define OAIWIRE_HELD_range
#pragma push_macro("range")
#undef range
#endif
#ifdef ranges
#define OAIWIRE_HELD_ranges
#pragma push_macro("ranges")
#undef ranges
#endif
#ifdef rank
#define OAIWIRE_HELD_rank
#pragma push_macro("rank")
#undef rank
#endif
#ifdef ranker
#define OAIWIRE_HELD_ranker
#pragma push_macro("ranker")
#undef ranker
#endif
#ifdef rare
#define OAIWIRE_HELD_rare
#pragma push_macro("rare")
#undef rare
#endif
#ifdef rate
#define OAIWIRE_HELD_rate
#pragma push_macro("rate")
#undef rate
#endif
#ifdef ratio
#define OAIWIRE_HELD_ratio
#pragma push_macro("ratio")
#undef ratio
#endif
#ifdef raw
#define OAIWIRE_HELD_raw
#pragma push_macro("raw")
#undef raw
#endif
#ifdef rbegin
#define OAIWIRE_HELD_rbegin
#pragma push_macro("rbegin")
#undef rbegin
#endif
#ifdef rdbuf
#define OAIWIRE_HELD_rdbuf
#pragma push_macro("rdbuf")
#undef rdbuf
#endif
#ifdef rdstate
#define OAIWIRE_HELD_rdstate
#pragma push_macro("rdstate")
#undef rdstate
#endif
#ifdef reach
#define OAIWIRE_HELD_reach
#pragma push_macro("reach")
#undef reach
#endif
#ifdef read
#define OAIWIRE_HELD_read
#pragma push_macro("read")
#undef read
#endif
#ifdef read_only
#define OAIWIRE_HELD_read_only
#pragma push_macro("read_only")
#undef read_only
#endif
#ifdef reader
#define OAIWIRE_HELD_reader
#pragma push_macro("reader")
#undef reader
#endif
#ifdef reading
#define OAIWIRE_HELD_reading
#pragma push_macro("reading")
#undef reading
#endif
#ifdef reads
#define OAIWIRE_HELD_reads
#pragma push_macro("reads")
#undef reads
#endif
#ifdef readsome
#define OAIWIRE_HELD_readsome
#pragma push_macro("readsome")
#undef readsome
#endif
#ifdef ready
#define OAIWIRE_HELD_ready
#pragma push_macro("ready")
#undef ready
#endif
#ifdef real
#define OAIWIRE_HELD_real
#pragma push_macro("real")
#undef real
#endif
#ifdef realloc
#define OAIWIRE_HELD_realloc
#pragma push_macro("realloc")
#undef realloc
#endif
#ifdef reason
#define OAIWIRE_HELD_reason
#pragma push_macro("reason")
#undef reason
#endif
#ifdef reasoning
#define OAIWIRE_HELD_reasoning
#pragma push_macro("reasoning")
#undef reasoning
#endif
#ifdef reasons
#define OAIWIRE_HELD_reasons
#pragma push_macro("reasons")
#undef reasons
#endif
#ifdef rebind
#define OAIWIRE_HELD_rebind
#pragma push_macro("rebind")
#undef rebind
#endif
#ifdef receive
#define OAIWIRE_HELD_receive
#pragma push_macro("receive")
#undef receive
#endif
#ifdef received
#define OAIWIRE_HELD_received
#pragma push_macro("received")
#undef received
#endif
#ifdef receiving
#define OAIWIRE_HELD_receiving
#pragma push_macro("receiving")
#undef receiving
#endif
#ifdef recognises
#define OAIWIRE_HELD_recognises
#pragma push_macro("recognises")
#undef recognises
#endif
#ifdef record
#define OAIWIRE_HELD_record
#pragma push_macro("record")
#undef record
#endif
#ifdef recorded
#define OAIWIRE_HELD_recorded
#pragma push_macro("recorded")
#undef recorded
#endif
#ifdef recording
#define OAIWIRE_HELD_recording
#pragma push_macro("recording")
#undef recording
#endif
#ifdef recursive
#define OAIWIRE_HELD_recursive
#pragma push_macro("recursive")
#undef recursive
#endif
#ifdef recv
#define OAIWIRE_HELD_recv
#pragma push_macro("recv")
#undef recv
#endif
#ifdef redact
#define OAIWIRE_HELD_redact
#pragma push_macro("redact")
#undef redact
#endif
#ifdef redirects
#define OAIWIRE_HELD_redirects
#pragma push_macro("redirects")
#undef redirects
#endif
#ifdef reduce
#define OAIWIRE_HELD_reduce
#pragma push_macro("reduce")
#undef reduce
#endif
#ifdef ref
#define OAIWIRE_HELD_ref
#pragma push_macro("ref")
#undef ref
#endif
#ifdef refcount
#define OAIWIRE_HELD_refcount
#pragma push_macro("refcount")
#undef refcount
#endif
#ifdef reference
#define OAIWIRE_HELD_reference
#pragma push_macro("reference")
#undef reference
#endif
#ifdef refill
#define OAIWIRE_HELD_refill
#pragma push_macro("refill")
#undef refill
#endif
#ifdef reflect
#define OAIWIRE_HELD_reflect
#pragma push_macro("reflect")
#undef reflect
#endif
#ifdef reframe
#define OAIWIRE_HELD_reframe
#pragma push_macro("reframe")
#undef reframe
#endif
#ifdef refresh
#define OAIWIRE_HELD_refresh
#pragma push_macro("refresh")
#undef refresh
#endif
#ifdef refusal
#define OAIWIRE_HELD_refusal
#pragma push_macro("refusal")
#undef refusal
#endif
#ifdef refuse
#define OAIWIRE_HELD_refuse
#pragma push_macro("refuse")
#undef refuse
#endif
#ifdef refused
#define OAIWIRE_HELD_refused
#pragma push_macro("refused")
#undef refused
#endif
#ifdef regex
#define OAIWIRE_HELD_regex
#pragma push_macro("regex")
#undef regex
#endif
#ifdef region
#define OAIWIRE_HELD_region
#pragma push_macro("region")
#undef region
#endif
#ifdef register
#define OAIWIRE_HELD_register
#pragma push_macro("register")
#undef register
#endif
#ifdef regular
#define OAIWIRE_HELD_regular
#pragma push_macro("regular")
#undef regular
#endif
#ifdef rehash
#define OAIWIRE_HELD_rehash
#pragma push_macro("rehash")
#undef rehash
#endif
#ifdef reinforcement
#define OAIWIRE_HELD_reinforcement
#pragma push_macro("reinforcement")
#undef reinforcement
#endif
#ifdef reinterpret_cast
#define OAIWIRE_HELD_reinterpret_cast
#pragma push_macro("reinterpret_cast")
#undef reinterpret_cast
#endif
#ifdef relation
#define OAIWIRE_HELD_relation
#pragma push_macro("relation")
#undef relation
#endif
#ifdef relative
#define OAIWIRE_HELD_relative
#pragma push_macro("relative")
#undef relative
#endif
#ifdef relax
#define OAIWIRE_HELD_relax
#pragma push_macro("relax")
#undef relax
#endif
#ifdef relaxed
#define OAIWIRE_HELD_relaxed
#pragma push_macro("relaxed")
#undef relaxed
#endif
#ifdef release
#define OAIWIRE_HELD_release
#pragma push_macro("release")
#undef release
#endif
#ifdef rem
#define OAIWIRE_HELD_rem
#pragma push_macro("rem")
#undef rem
#endif
#ifdef remainder
#define OAIWIRE_HELD_remainder
#pragma push_macro("remainder")
#undef remainder
#endif
#ifdef remainderf
#define OAIWIRE_HELD_remainderf
#pragma push_macro("remainderf")
#undef remainderf
#endif
#ifdef remainderl
#define OAIWIRE_HELD_remainderl
#pragma push_macro("remainderl")
#undef remainderl
#endif
#ifdef remaining
#define OAIWIRE_HELD_remaining
#pragma push_macro("remaining")
#undef remaining
#endif
#ifdef remote
#define OAIWIRE_HELD_remote
#pragma push_macro("remote")
#undef remote
#endif
#ifdef remove
#define OAIWIRE_HELD_remove
#pragma push_macro("remove")
#undef remove
#endif
#ifdef remove_const_t
#define OAIWIRE_HELD_remove_const_t
#pragma push_macro("remove_const_t")
#undef remove_const_t
#endif
#ifdef remove_cv_t
#define OAIWIRE_HELD_remove_cv_t
#pragma push_macro("remove_cv_t")
#undef remove_cv_t
#endif
#ifdef remove_cvref_t
#define OAIWIRE_HELD_remove_cvref_t
#pragma push_macro("remove_cvref_t")
#undef remove_cvref_t
#endif
#ifdef remove_if
#define OAIWIRE_HELD_remove_if
#pragma push_macro("remove_if")
#undef remove_if
#endif
#ifdef remove_pointer_t
#define OAIWIRE_HELD_remove_pointer_t
#pragma push_macro("remove_pointer_t")
#undef remove_pointer_t
#endif
#ifdef remove_reference_t
#define OAIWIRE_HELD_remove_reference_t
#pragma push_macro("remove_reference_t")
#undef remove_reference_t
#endif
#ifdef remquo
#define OAIWIRE_HELD_remquo
#pragma push_macro("remquo")
#undef remquo
#endif
#ifdef remquof
#define OAIWIRE_HELD_remquof
#pragma push_macro("remquof")
#undef remquof
#endif
#ifdef remquol
#define OAIWIRE_HELD_remquol
#pragma push_macro("remquol")
#undef remquol
#endif
#ifdef rename
#define OAIWIRE_HELD_rename
#pragma push_macro("rename")
#undef rename
#endif
#ifdef renamed
#define OAIWIRE_HELD_renamed
#pragma push_macro("renamed")
#undef renamed
#endif
#ifdef rend
#define OAIWIRE_HELD_rend
#pragma push_macro("rend")
#undef rend
#endif
#ifdef renew
#define OAIWIRE_HELD_renew
#pragma push_macro("renew")
#undef renew
#endif
#ifdef renewed
#define OAIWIRE_HELD_renewed
#pragma push_macro("renewed")
#undef renewed
#endif
#ifdef rep
#define OAIWIRE_HELD_rep
#pragma push_macro("rep")
#undef rep
#endif
#ifdef repair
#define OAIWIRE_HELD_repair
#pragma push_macro("repair")
#undef repair
#endif
#ifdef repaired
#define OAIWIRE_HELD_repaired
#pragma push_macro("repaired")
#undef repaired
#endif
#ifdef repairs
#define OAIWIRE_HELD_repairs
#pragma push_macro("repairs")
#undef repairs
#endif
#ifdef repeat
#define OAIWIRE_HELD_repeat
#pragma push_macro("repeat")
#undef repeat
#endif
#ifdef repeats
#define OAIWIRE_HELD_repeats
#pragma push_macro("repeats")
#undef repeats
#endif
#ifdef replace
#define OAIWIRE_HELD_replace
#pragma push_macro("replace")
#undef replace
#endif
#ifdef replace_if
#define OAIWIRE_HELD_replace_if
#pragma push_macro("replace_if")
#undef replace_if
#endif
#ifdef report
#define OAIWIRE_HELD_report
#pragma push_macro("report")
#undef report
#endif
#ifdef reported
#define OAIWIRE_HELD_reported
#pragma push_macro("reported")
#undef reported
#endif
#ifdef reports
#define OAIWIRE_HELD_reports
#pragma push_macro("reports")
#undef reports
#endif
#ifdef request
#define OAIWIRE_HELD_request
#pragma push_macro("request")
#undef request
#endif
#ifdef requests
#define OAIWIRE_HELD_requests
#pragma push_macro("requests")
#undef requests
#endif
#ifdef require
#define OAIWIRE_HELD_require
#pragma push_macro("require")
#undef require
#endif
#ifdef required
#define OAIWIRE_HELD_required
#pragma push_macro("required")
#undef required
#endif
#ifdef requires
#define OAIWIRE_HELD_requires
#pragma push_macro("requires")
#undef requires
#endif
#ifdef res
#define OAIWIRE_HELD_res
#pragma push_macro("res")
#undef res
#endif
#ifdef reserve
#define OAIWIRE_HELD_reserve
#pragma push_macro("reserve")
#undef reserve
#endif
#ifdef reset
#define OAIWIRE_HELD_reset
#pragma push_macro("reset")
#undef reset
#endif
#ifdef resetiosflags
#define OAIWIRE_HELD_resetiosflags
#pragma push_macro("resetiosflags")
#undef resetiosflags
#endif
#ifdef resize
#define OAIWIRE_HELD_resize
#pragma push_macro("resize")
#undef resize
#endif
#ifdef resolve
#define OAIWIRE_HELD_resolve
#pragma push_macro("resolve")
#undef resolve
#endif
#ifdef resolver
#define OAIWIRE_HELD_resolver
#pragma push_macro("resolver")
#undef resolver
#endif
#ifdef resolving
#define OAIWIRE_HELD_resolving
#pragma push_macro("resolving")
#undef resolving
#endif
#ifdef resource
#define OAIWIRE_HELD_resource
#pragma push_macro("resource")
#undef resource
#endif
#ifdef respond
#define OAIWIRE_HELD_respond
#pragma push_macro("respond")
#undef respond
#endif
#ifdef responder
#define OAIWIRE_HELD_responder
#pragma push_macro("responder")
#undef responder
#endif
#ifdef responding
#define OAIWIRE_HELD_responding
#pragma push_macro("responding")
#undef responding
#endif
#ifdef response
#define OAIWIRE_HELD_response
#pragma push_macro("response")
#undef response
#endif
#ifdef responses
#define OAIWIRE_HELD_responses
#pragma push_macro("responses")
#undef responses
#endif
#ifdef rest
#define OAIWIRE_HELD_rest
#pragma push_macro("rest")
#undef rest
#endif
#ifdef restart
#define OAIWIRE_HELD_restart
#pragma push_macro("restart")
#undef restart
#endif
#ifdef restore
#define OAIWIRE_HELD_restore
#pragma push_macro("restore")
#undef restore
#endif
#ifdef result
#define OAIWIRE_HELD_result
#pragma push_macro("result")
#undef result
#endif
#ifdef results
#define OAIWIRE_HELD_results
#pragma push_macro("results")
#undef results
#endif
#ifdef resume
#define OAIWIRE_HELD_resume
#pragma push_macro("resume")
#undef resume
#endif
#ifdef retained
#define OAIWIRE_HELD_retained
#pragma push_macro("retained")
#undef retained
#endif
#ifdef rethrow
#define OAIWIRE_HELD_rethrow
#pragma push_macro("rethrow")
#undef rethrow
#endif
#ifdef rethrow_exception
#define OAIWIRE_HELD_rethrow_exception
#pragma push_macro("rethrow_exception")
#undef rethrow_exception
#endif
#ifdef retire
#define OAIWIRE_HELD_retire
#pragma push_macro("retire")
#undef retire
#endif
#ifdef retries
#define OAIWIRE_HELD_retries
#pragma push_macro("retries")
#undef retries
#endif
#ifdef retry
#define OAIWIRE_HELD_retry
#pragma push_macro("retry")
#undef retry
#endif
#ifdef return
#define OAIWIRE_HELD_return
#pragma push_macro("return")
#undef return
#endif
#ifdef returned
#define OAIWIRE_HELD_returned
#pragma push_macro("returned")
#undef returned
#endif
#ifdef reused
#define OAIWIRE_HELD_reused
#pragma push_macro("reused")
#undef reused
#endif
#ifdef reveal
#define OAIWIRE_HELD_reveal
#pragma push_macro("reveal")
#undef reveal
#endif
#ifdef revents
#define OAIWIRE_HELD_revents
#pragma push_macro("revents")
#undef revents
#endif
#ifdef reverse
#define OAIWIRE_HELD_reverse
#pragma push_macro("reverse")
#undef reverse
#endif
#ifdef reverse_iterator
#define OAIWIRE_HELD_reverse_iterator
#pragma push_macro("reverse_iterator")
#undef reverse_iterator
#endif
#ifdef revive
#define OAIWIRE_HELD_revive
#pragma push_macro("revive")
#undef revive
#endif
#ifdef reward
#define OAIWIRE_HELD_reward
#pragma push_macro("reward")
#undef reward
#endif
#ifdef rewind
#define OAIWIRE_HELD_rewind
#pragma push_macro("rewind")
#undef rewind
#endif
#ifdef rfind
#define OAIWIRE_HELD_rfind
#pragma push_macro("rfind")
#undef rfind
#endif
#ifdef right
#define OAIWIRE_HELD_right
#pragma push_macro("right")
#undef right
#endif
#ifdef ring
#define OAIWIRE_HELD_ring
#pragma push_macro("ring")
#undef ring
#endif
#ifdef rint
#define OAIWIRE_HELD_rint
#pragma push_macro("rint")
#undef rint
#endif
#ifdef rintf
#define OAIWIRE_HELD_rintf
#pragma push_macro("rintf")
#undef rintf
#endif
#ifdef rintl
#define OAIWIRE_HELD_rintl
#pragma push_macro("rintl")
#undef rintl
#endif
#ifdef rng
#define OAIWIRE_HELD_rng
#pragma push_macro("rng")
#undef rng
#endif
#ifdef role
#define OAIWIRE_HELD_role
#pragma push_macro("role")
#undef role
#endif
#ifdef roles
#define OAIWIRE_HELD_roles
#pragma push_macro("roles")
#undef roles
#endif
#ifdef room
#define OAIWIRE_HELD_room
#pragma push_macro("room")
#undef room
#endif
#ifdef room32
#define OAIWIRE_HELD_room32
#pragma push_macro("room32")
#undef room32
#endif
#ifdef root
#define OAIWIRE_HELD_root
#pragma push_macro("root")
#undef root
#endif
#ifdef rotate
#define OAIWIRE_HELD_rotate
#pragma push_macro("rotate")
#undef rotate
#endif
#ifdef rotl
#define OAIWIRE_HELD_rotl
#pragma push_macro("rotl")
#undef rotl
#endif
#ifdef rotr
#define OAIWIRE_HELD_rotr
#pragma push_macro("rotr")
#undef rotr
#endif
#ifdef round
#define OAIWIRE_HELD_round
#pragma push_macro("round")
#undef round
#endif
#ifdef rounded
#define OAIWIRE_HELD_rounded
#pragma push_macro("rounded")
#undef rounded
#endif
#ifdef roundf
#define OAIWIRE_HELD_roundf
#pragma push_macro("roundf")
#undef roundf
#endif
#ifdef roundl
#define OAIWIRE_HELD_roundl
#pragma push_macro("roundl")
#undef roundl
#endif
#ifdef rounds
#define OAIWIRE_HELD_rounds
#pragma push_macro("rounds")
#undef rounds
#endif
#ifdef route
#define OAIWIRE_HELD_route
#pragma push_macro("route")
#undef route
#endif
#ifdef routes
#define OAIWIRE_HELD_routes
#pragma push_macro("routes")
#undef routes
#endif
#ifdef row
#define OAIWIRE_HELD_row
#pragma push_macro("row")
#undef row
#endif
#ifdef rows
#define OAIWIRE_HELD_rows
#pragma push_macro("rows")
#undef rows
#endif
#ifdef rtp
#define OAIWIRE_HELD_rtp
#pragma push_macro("rtp")
#undef rtp
#endif
#ifdef rule
#define OAIWIRE_HELD_rule
#pragma push_macro("rule")
#undef rule
#endif
#ifdef rules
#define OAIWIRE_HELD_rules
#pragma push_macro("rules")
#undef rules
#endif
#ifdef run
#define OAIWIRE_HELD_run
#pragma push_macro("run")
#undef run
#endif
#ifdef running
#define OAIWIRE_HELD_running
#pragma push_macro("running")
#undef running
#endif
#ifdef runs
#define OAIWIRE_HELD_runs
#pragma push_macro("runs")
#undef runs
#endif
#ifdef runtime_error
#define OAIWIRE_HELD_runtime_error
#pragma push_macro("runtime_error")
#undef runtime_error
#endif
#ifdef s
#define OAIWIRE_HELD_s
#pragma push_macro("s")
#undef s
#endif
#ifdef said
#define OAIWIRE_HELD_said
#pragma push_macro("said")
#undef said
#endif
#ifdef salt
#define OAIWIRE_HELD_salt
#pragma push_macro("salt")
#undef salt
#endif
#ifdef same
#define OAIWIRE_HELD_same
#pragma push_macro("same")
#undef same
#endif
#ifdef same_as
#define OAIWIRE_HELD_same_as
#pragma push_macro("same_as")
#undef same_as
#endif
#ifdef sample
#define OAIWIRE_HELD_sample
#pragma push_macro("sample")
#undef sample
#endif
#ifdef sampling
#define OAIWIRE_HELD_sampling
#pragma push_macro("sampling")
#undef sampling
#endif
#ifdef save
#define OAIWIRE_HELD_save
#pragma push_macro("save")
#undef save
#endif
#ifdef saved
#define OAIWIRE_HELD_saved
#pragma push_macro("saved")
#undef saved
#endif
#ifdef say
#define OAIWIRE_HELD_say
#pragma push_macro("say")
#undef say
#endif
#ifdef says
#define OAIWIRE_HELD_says
#pragma push_macro("says")
#undef says
#endif
#ifdef sbumpc
#define OAIWIRE_HELD_sbumpc
#pragma push_macro("sbumpc")
#undef sbumpc
#endif
#ifdef scalar
#define OAIWIRE_HELD_scalar
#pragma push_macro("scalar")
#undef scalar
#endif
#ifdef scalbln
#define OAIWIRE_HELD_scalbln
#pragma push_macro("scalbln")
#undef scalbln
#endif
#ifdef scalblnf
#define OAIWIRE_HELD_scalblnf
#pragma push_macro("scalblnf")
#undef scalblnf
#endif
#ifdef scalblnl
#define OAIWIRE_HELD_scalblnl
#pragma push_macro("scalblnl")
#undef scalblnl
#endif
#ifdef scalbn
#define OAIWIRE_HELD_scalbn
#pragma push_macro("scalbn")
#undef scalbn
#endif
#ifdef scalbnf
#define OAIWIRE_HELD_scalbnf
#pragma push_macro("scalbnf")
#undef scalbnf
#endif
#ifdef scalbnl
#define OAIWIRE_HELD_scalbnl
#pragma push_macro("scalbnl")
#undef scalbnl
#endif
#ifdef scale
#define OAIWIRE_HELD_scale
#pragma push_macro("scale")
#undef scale
#endif
#ifdef scales
#define OAIWIRE_HELD_scales
#pragma push_macro("scales")
#undef scales
#endif
#ifdef scanf
#define OAIWIRE_HELD_scanf
#pragma push_macro("scanf")
#undef scanf
#endif
#ifdef schema
#define OAIWIRE_HELD_schema
#pragma push_macro("schema")
#undef schema
#endif
#ifdef schemas
#define OAIWIRE_HELD_schemas
#pragma push_macro("schemas")
#undef schemas
#endif
#ifdef scheme
#define OAIWIRE_HELD_scheme
#pragma push_macro("scheme")
#undef scheme
#endif
#ifdef scientific
#define OAIWIRE_HELD_scientific
#pragma push_macro("scientific")
#undef scientific
#endif
#ifdef scope
#define OAIWIRE_HELD_scope
#pragma push_macro("scope")
#undef scope
#endif
#ifdef score
#define OAIWIRE_HELD_score
#pragma push_macro("score")
#undef score
#endif
#ifdef scores
#define OAIWIRE_HELD_scores
#pragma push_macro("scores")
#undef scores
#endif
#ifdef scratch
#define OAIWIRE_HELD_scratch
#pragma push_macro("scratch")
#undef scratch
#endif
#ifdef script
#define OAIWIRE_HELD_script
#pragma push_macro("script")
#undef script
#endif
#ifdef scrubber
#define OAIWIRE_HELD_scrubber
#pragma push_macro("scrubber")
#undef scrubber
#endif
#ifdef sdp
#define OAIWIRE_HELD_sdp
#pragma push_macro("sdp")
#undef sdp
#endif
#ifdef seal
#define OAIWIRE_HELD_seal
#pragma push_macro("seal")
#undef seal
#endif
#ifdef sealable
#define OAIWIRE_HELD_sealable
#pragma push_macro("sealable")
#undef sealable
#endif
#ifdef sealed
#define OAIWIRE_HELD_sealed
#pragma push_macro("sealed")
#undef sealed
#endif
#ifdef seam
#define OAIWIRE_HELD_seam
#pragma push_macro("seam")
#undef seam
#endif
#ifdef search
#define OAIWIRE_HELD_search
#pragma push_macro("search")
#undef search
#endif
#ifdef searching
#define OAIWIRE_HELD_searching
#pragma push_macro("searching")
#undef searching
#endif
#ifdef second
#define OAIWIRE_HELD_second
#pragma push_macro("second")
#undef second
#endif
#ifdef seconds
#define OAIWIRE_HELD_seconds
#pragma push_macro("seconds")
#undef seconds
#endif
#ifdef secret
#define OAIWIRE_HELD_secret
#pragma push_macro("secret")
#undef secret
#endif
#ifdef secrets
#define OAIWIRE_HELD_secrets
#pragma push_macro("secrets")
#undef secrets
#endif
#ifdef secure
#define OAIWIRE_HELD_secure
#pragma push_macro("secure")
#undef secure
#endif
#ifdef seed
#define OAIWIRE_HELD_seed
#pragma push_macro("seed")
#undef seed
#endif
#ifdef seek
#define OAIWIRE_HELD_seek
#pragma push_macro("seek")
#undef seek
#endif
#ifdef seekdir
#define OAIWIRE_HELD_seekdir
#pragma push_macro("seekdir")
#undef seekdir
#endif
#ifdef seekg
#define OAIWIRE_HELD_seekg
#pragma push_macro("seekg")
#undef seekg
#endif
#ifdef seekoff
#define OAIWIRE_HELD_seekoff
#pragma push_macro("seekoff")
#undef seekoff
#endif
#ifdef seekp
#define OAIWIRE_HELD_seekp
#pragma push_macro("seekp")
#undef seekp
#endif
#ifdef seekpos
#define OAIWIRE_HELD_seekpos
#pragma push_macro("seekpos")
#undef seekpos
#endif
#ifdef seen
#define OAIWIRE_HELD_seen
#pragma push_macro("seen")
#undef seen
#endif
#ifdef segment
#define OAIWIRE_HELD_segment
#pragma push_macro("segment")
#undef segment
#endif
#ifdef segments
#define OAIWIRE_HELD_segments
#pragma push_macro("segments")
#undef segments
#endif
#ifdef seldom
#define OAIWIRE_HELD_seldom
#pragma push_macro("seldom")
#undef seldom
#endif
#ifdef select
#define OAIWIRE_HELD_select
#pragma push_macro("select")
#undef select
#endif
#ifdef self
#define OAIWIRE_HELD_self
#pragma push_macro("self")
#undef self
#endif
#ifdef sema
#define OAIWIRE_HELD_sema
#pragma push_macro("sema")
#undef sema
#endif
#ifdef semiregular
#define OAIWIRE_HELD_semiregular
#pragma push_macro("semiregular")
#undef semiregular
#endif
#ifdef send
#define OAIWIRE_HELD_send
#pragma push_macro("send")
#undef send
#endif
#ifdef sending
#define OAIWIRE_HELD_sending
#pragma push_macro("sending")
#undef sending
#endif
#ifdef sends
#define OAIWIRE_HELD_sends
#pragma push_macro("sends")
#undef sends
#endif
#ifdef sensitive
#define OAIWIRE_HELD_sensitive
#pragma push_macro("sensitive")
#undef sensitive
#endif
#ifdef sent
#define OAIWIRE_HELD_sent
#pragma push_macro("sent")
#undef sent
#endif
#ifdef sentry
#define OAIWIRE_HELD_sentry
#pragma push_macro("sentry")
#undef sentry
#endif
#ifdef separate
#define OAIWIRE_HELD_separate
#pragma push_macro("separate")
#undef separate
#endif
#ifdef separator
#define OAIWIRE_HELD_separator
#pragma push_macro("separator")
#undef separator
#endif
#ifdef seq
#define OAIWIRE_HELD_seq
#pragma push_macro("seq")
#undef seq
#endif
#ifdef sequence
#define OAIWIRE_HELD_sequence
#pragma push_macro("sequence")
#undef sequence
#endif
#ifdef serve
#define OAIWIRE_HELD_serve
#pragma push_macro("serve")
#undef serve
#endif
#ifdef served
#define OAIWIRE_HELD_served
#pragma push_macro("served")
#undef served
#endif
#ifdef session
#define OAIWIRE_HELD_session
#pragma push_macro("session")
#undef session
#endif
#ifdef set
#define OAIWIRE_HELD_set
#pragma push_macro("set")
#undef set
#endif
#ifdef set_difference
#define OAIWIRE_HELD_set_difference
#pragma push_macro("set_difference")
#undef set_difference
#endif
#ifdef set_union
#define OAIWIRE_HELD_set_union
#pragma push_macro("set_union")
#undef set_union
#endif
#ifdef setbase
#define OAIWIRE_HELD_setbase
#pragma push_macro("setbase")
#undef setbase
#endif
#ifdef setbuf
#define OAIWIRE_HELD_setbuf
#pragma push_macro("setbuf")
#undef setbuf
#endif
#ifdef setf
#define OAIWIRE_HELD_setf
#pragma push_macro("setf")
#undef setf
#endif
#ifdef setfill
#define OAIWIRE_HELD_setfill
#pragma push_macro("setfill")
#undef setfill
#endif
#ifdef setg
#define OAIWIRE_HELD_setg
#pragma push_macro("setg")
#undef setg
#endif
#ifdef setiosflags
#define OAIWIRE_HELD_setiosflags
#pragma push_macro("setiosflags")
#undef setiosflags
#endif
#ifdef setlocale
#define OAIWIRE_HELD_setlocale
#pragma push_macro("setlocale")
#undef setlocale
#endif
#ifdef setp
#define OAIWIRE_HELD_setp
#pragma push_macro("setp")
#undef setp
#endif
#ifdef setprecision
#define OAIWIRE_HELD_setprecision
#pragma push_macro("setprecision")
#undef setprecision
#endif
#ifdef sets
#define OAIWIRE_HELD_sets
#pragma push_macro("sets")
#undef sets
#endif
#ifdef setsockopt
#define OAIWIRE_HELD_setsockopt
#pragma push_macro("setsockopt")
#undef setsockopt
#endif
#ifdef setstate
#define OAIWIRE_HELD_setstate
#pragma push_macro("setstate")
#undef setstate
#endif
#ifdef setting
#define OAIWIRE_HELD_setting
#pragma push_macro("setting")
#undef setting
#endif
#ifdef settings
#define OAIWIRE_HELD_settings
#pragma push_macro("settings")
#undef settings
#endif
#ifdef settle
#define OAIWIRE_HELD_settle
#pragma push_macro("settle")
#undef settle
#endif
#ifdef settled
#define OAIWIRE_HELD_settled
#pragma push_macro("settled")
#undef settled
#endif
#ifdef setvbuf
#define OAIWIRE_HELD_setvbuf
#pragma push_macro("setvbuf")
#undef setvbuf
#endif
#ifdef setw
#define OAIWIRE_HELD_setw
#pragma push_macro("setw")
#undef setw
#endif
#ifdef several
#define OAIWIRE_HELD_several
#pragma push_macro("several")
#undef several
#endif
#ifdef sexual
#define OAIWIRE_HELD_sexual
#pragma push_macro("sexual")
#undef sexual
#endif
#ifdef sgetc
#define OAIWIRE_HELD_sgetc
#pragma push_macro("sgetc")
#undef sgetc
#endif
#ifdef sgetn
#define OAIWIRE_HELD_sgetn
#pragma push_macro("sgetn")
#undef sgetn
#endif
#ifdef sglang
#define OAIWIRE_HELD_sglang
#pragma push_macro("sglang")
#undef sglang
#endif
#ifdef sha1
#define OAIWIRE_HELD_sha1
#pragma push_macro("sha1")
#undef sha1
#endif
#ifdef shape
#define OAIWIRE_HELD_shape
#pragma push_macro("shape")
#undef shape
#endif
#ifdef shared
#define OAIWIRE_HELD_shared
#pragma push_macro("shared")
#undef shared
#endif
#ifdef shared_future
#define OAIWIRE_HELD_shared_future
#pragma push_macro("shared_future")
#undef shared_future
#endif
#ifdef shared_ptr
#define OAIWIRE_HELD_shared_ptr
#pragma push_macro("shared_ptr")
#undef shared_ptr
#endif
#ifdef shell
#define OAIWIRE_HELD_shell
#pragma push_macro("shell")
#undef shell
#endif
#ifdef shift
#define OAIWIRE_HELD_shift
#pragma push_macro("shift")
#undef shift
#endif
#ifdef shifted
#define OAIWIRE_HELD_shifted
#pragma push_macro("shifted")
#undef shifted
#endif
#ifdef short
#define OAIWIRE_HELD_short
#pragma push_macro("short")
#undef short
#endif
#ifdef shorter
#define OAIWIRE_HELD_shorter
#pragma push_macro("shorter")
#undef shorter
#endif
#ifdef shorts
#define OAIWIRE_HELD_shorts
#pragma push_macro("shorts")
#undef shorts
#endif
#ifdef should
#define OAIWIRE_HELD_should
#pragma push_macro("should")
#undef should
#endif
#ifdef showbase
#define OAIWIRE_HELD_showbase
#pragma push_macro("showbase")
#undef showbase
#endif
#ifdef showmanyc
#define OAIWIRE_HELD_showmanyc
#pragma push_macro("showmanyc")
#undef showmanyc
#endif
#ifdef shown
#define OAIWIRE_HELD_shown
#pragma push_macro("shown")
#undef shown
#endif
#ifdef showpoint
#define OAIWIRE_HELD_showpoint
#pragma push_macro("showpoint")
#undef showpoint
#endif
#ifdef showpos
#define OAIWIRE_HELD_showpos
#pragma push_macro("showpos")
#undef showpos
#endif
#ifdef shrink_to_fit
#define OAIWIRE_HELD_shrink_to_fit
#pragma push_macro("shrink_to_fit")
#undef shrink_to_fit
#endif
#ifdef shuffle
#define OAIWIRE_HELD_shuffle
#pragma push_macro("shuffle")
#undef shuffle
#endif
#ifdef siblings
#define OAIWIRE_HELD_siblings
#pragma push_macro("siblings")
#undef siblings
#endif
#ifdef side
#define OAIWIRE_HELD_side
#pragma push_macro("side")
#undef side
#endif
#ifdef sign
#define OAIWIRE_HELD_sign
#pragma push_macro("sign")
#undef sign
#endif
#ifdef signaling_NaN
#define OAIWIRE_HELD_signaling_NaN
#pragma push_macro("signaling_NaN")
#undef signaling_NaN
#endif
#ifdef signature
#define OAIWIRE_HELD_signature
#pragma push_macro("signature")
#undef signature
#endif
#ifdef signatures
#define OAIWIRE_HELD_signatures
#pragma push_macro("signatures")
#undef signatures
#endif
#ifdef signbit
#define OAIWIRE_HELD_signbit
#pragma push_macro("signbit")
#undef signbit
#endif
#ifdef signed
#define OAIWIRE_HELD_signed
#pragma push_macro("signed")
#undef signed
#endif
#ifdef signed_integral
#define OAIWIRE_HELD_signed_integral
#pragma push_macro("signed_integral")
#undef signed_integral
#endif
#ifdef significant
#define OAIWIRE_HELD_significant
#pragma push_macro("significant")
#undef significant
#endif
#ifdef sigpending
#define OAIWIRE_HELD_sigpending
#pragma push_macro("sigpending")
#undef sigpending
#endif
#ifdef sigwait
#define OAIWIRE_HELD_sigwait
#pragma push_macro("sigwait")
#undef sigwait
#endif
#ifdef siliconflow
#define OAIWIRE_HELD_siliconflow
#pragma push_macro("siliconflow")
#undef siliconflow
#endif
#ifdef simdjson
#define OAIWIRE_HELD_simdjson
#pragma push_macro("simdjson")
#undef simdjson
#endif
#ifdef similarity
#define OAIWIRE_HELD_similarity
#pragma push_macro("similarity")
#undef similarity
#endif
#ifdef simple
#define OAIWIRE_HELD_simple
#pragma push_macro("simple")
#undef simple
#endif
#ifdef sin
#define OAIWIRE_HELD_sin
#pragma push_macro("sin")
#undef sin
#endif
#ifdef since
#define OAIWIRE_HELD_since
#pragma push_macro("since")
#undef since
#endif
#ifdef sinf
#define OAIWIRE_HELD_sinf
#pragma push_macro("sinf")
#undef sinf
#endif
#ifdef single
#define OAIWIRE_HELD_single
#pragma push_macro("single")
#undef single
#endif
#ifdef sinh
#define OAIWIRE_HELD_sinh
#pragma push_macro("sinh")
#undef sinh
#endif
#ifdef sinhf
#define OAIWIRE_HELD_sinhf
#pragma push_macro("sinhf")
#undef sinhf
#endif
#ifdef sinhl
#define OAIWIRE_HELD_sinhl
#pragma push_macro("sinhl")
#undef sinhl
#endif
#ifdef sink
#define OAIWIRE_HELD_sink
#pragma push_macro("sink")
#undef sink
#endif
#ifdef sinl
#define OAIWIRE_HELD_sinl
#pragma push_macro("sinl")
#undef sinl
#endif
#ifdef six
#define OAIWIRE_HELD_six
#pragma push_macro("six")
#undef six
#endif
#ifdef size
#define OAIWIRE_HELD_size
#pragma push_macro("size")
#undef size
#endif
#ifdef size_of
#define OAIWIRE_HELD_size_of
#pragma push_macro("size_of")
#undef size_of
#endif
#ifdef size_t
#define OAIWIRE_HELD_size_t
#pragma push_macro("size_t")
#undef size_t
#endif
#ifdef size_type
#define OAIWIRE_HELD_size_type
#pragma push_macro("size_type")
#undef size_type
#endif
#ifdef sized
#define OAIWIRE_HELD_sized
#pragma push_macro("sized")
#undef sized
#endif
#ifdef sizeof
#define OAIWIRE_HELD_sizeof
#pragma push_macro("sizeof")
#undef sizeof
#endif
#ifdef sizes
#define OAIWIRE_HELD_sizes
#pragma push_macro("sizes")
#undef sizes
#endif
#ifdef skills
#define OAIWIRE_HELD_skills
#pragma push_macro("skills")
#undef skills
#endif
#ifdef skip
#define OAIWIRE_HELD_skip
#pragma push_macro("skip")
#undef skip
#endif
#ifdef skipped
#define OAIWIRE_HELD_skipped
#pragma push_macro("skipped")
#undef skipped
#endif
#ifdef skipws
#define OAIWIRE_HELD_skipws
#pragma push_macro("skipws")
#undef skipws
#endif
#ifdef slack
#define OAIWIRE_HELD_slack
#pragma push_macro("slack")
#undef slack
#endif
#ifdef slashes
#define OAIWIRE_HELD_slashes
#pragma push_macro("slashes")
#undef slashes
#endif
#ifdef sleep
#define OAIWIRE_HELD_sleep
#pragma push_macro("sleep")
#undef sleep
#endif
#ifdef sleeper
#define OAIWIRE_HELD_sleeper
#pragma push_macro("sleeper")
#undef sleeper
#endif
#ifdef slot
#define OAIWIRE_HELD_slot
#pragma push_macro("slot")
#undef slot
#endif
#ifdef slots
#define OAIWIRE_HELD_slots
#pragma push_macro("slots")
#undef slots
#endif
#ifdef snextc
#define OAIWIRE_HELD_snextc
#pragma push_macro("snextc")
#undef snextc
#endif
#ifdef snprintf
#define OAIWIRE_HELD_snprintf
#pragma push_macro("snprintf")
#undef snprintf
#endif
#ifdef sockaddr
#define OAIWIRE_HELD_sockaddr
#pragma push_macro("sockaddr")
#undef sockaddr
#endif
#ifdef socket
#define OAIWIRE_HELD_socket
#pragma push_macro("socket")
#undef socket
#endif
#ifdef socket_t
#define OAIWIRE_HELD_socket_t
#pragma push_macro("socket_t")
#undef socket_t
#endif
#ifdef some
#define OAIWIRE_HELD_some
#pragma push_macro("some")
#undef some
#endif
#ifdef sort
#define OAIWIRE_HELD_sort
#pragma push_macro("sort")
#undef sort
#endif
#ifdef sort_heap
#define OAIWIRE_HELD_sort_heap
#pragma push_macro("sort_heap")
#undef sort_heap
#endif
#ifdef sortable
#define OAIWIRE_HELD_sortable
#pragma push_macro("sortable")
#undef sortable
#endif
#ifdef sorted
#define OAIWIRE_HELD_sorted
#pragma push_macro("sorted")
#undef sorted
#endif
#ifdef sorting
#define OAIWIRE_HELD_sorting
#pragma push_macro("sorting")
#undef sorting
#endif
#ifdef sought
#define OAIWIRE_HELD_sought
#pragma push_macro("sought")
#undef sought
#endif
#ifdef sound
#define OAIWIRE_HELD_sound
#pragma push_macro("sound")
#undef sound
#endif
#ifdef source
#define OAIWIRE_HELD_source
#pragma push_macro("source")
#undef source
#endif
#ifdef sources
#define OAIWIRE_HELD_sources
#pragma push_macro("sources")
#undef sources
#endif
#ifdef space
#define OAIWIRE_HELD_space
#pragma push_macro("space")
#undef space
#endif
#ifdef spaces
#define OAIWIRE_HELD_spaces
#pragma push_macro("spaces")
#undef spaces
#endif
#ifdef span
#define OAIWIRE_HELD_span
#pragma push_macro("span")
#undef span
#endif
#ifdef spare
#define OAIWIRE_HELD_spare
#pragma push_macro("spare")
#undef spare
#endif
#ifdef speaker
#define OAIWIRE_HELD_speaker
#pragma push_macro("speaker")
#undef speaker
#endif
#ifdef special
#define OAIWIRE_HELD_special
#pragma push_macro("special")
#undef special
#endif
#ifdef speech
#define OAIWIRE_HELD_speech
#pragma push_macro("speech")
#undef speech
#endif
#ifdef speed
#define OAIWIRE_HELD_speed
#pragma push_macro("speed")
#undef speed
#endif
#ifdef spelled
#define OAIWIRE_HELD_spelled
#pragma push_macro("spelled")
#undef spelled
#endif
#ifdef spelling
#define OAIWIRE_HELD_spelling
#pragma push_macro("spelling")
#undef spelling
#endif
#ifdef spend
#define OAIWIRE_HELD_spend
#pragma push_macro("spend")
#undef spend
#endif
#ifdef spent
#define OAIWIRE_HELD_spent
#pragma push_macro("spent")
#undef spent
#endif
#ifdef spoilt
#define OAIWIRE_HELD_spoilt
#pragma push_macro("spoilt")
#undef spoilt
#endif
#ifdef spread
#define OAIWIRE_HELD_spread
#pragma push_macro("spread")
#undef spread
#endif
#ifdef sprintf
#define OAIWIRE_HELD_sprintf
#pragma push_macro("sprintf")
#undef sprintf
#endif
#ifdef sputbackc
#define OAIWIRE_HELD_sputbackc
#pragma push_macro("sputbackc")
#undef sputbackc
#endif
#ifdef sputc
#define OAIWIRE_HELD_sputc
#pragma push_macro("sputc")
#undef sputc
#endif
#ifdef sputn
#define OAIWIRE_HELD_sputn
#pragma push_macro("sputn")
#undef sputn
#endif
#ifdef sqrt
#define OAIWIRE_HELD_sqrt
#pragma push_macro("sqrt")
#undef sqrt
#endif
#ifdef sqrtf
#define OAIWIRE_HELD_sqrtf
#pragma push_macro("sqrtf")
#undef sqrtf
#endif
#ifdef sqrtl
#define OAIWIRE_HELD_sqrtl
#pragma push_macro("sqrtl")
#undef sqrtl
#endif
#ifdef srand
#define OAIWIRE_HELD_srand
#pragma push_macro("srand")
#undef srand
#endif
#ifdef srt
#define OAIWIRE_HELD_srt
#pragma push_macro("srt")
#undef srt
#endif
#ifdef srtp
#define OAIWIRE_HELD_srtp
#pragma push_macro("srtp")
#undef srtp
#endif
#ifdef sscanf
#define OAIWIRE_HELD_sscanf
#pragma push_macro("sscanf")
#undef sscanf
#endif
#ifdef sse
#define OAIWIRE_HELD_sse
#pragma push_macro("sse")
#undef sse
#endif
#ifdef ssize
#define OAIWIRE_HELD_ssize
#pragma push_macro("ssize")
#undef ssize
#endif
#ifdef ssize_t
#define OAIWIRE_HELD_ssize_t
#pragma push_macro("ssize_t")
#undef ssize_t
#endif
#ifdef ssl
#define OAIWIRE_HELD_ssl
#pragma push_macro("ssl")
#undef ssl
#endif
#ifdef st_atime
#define OAIWIRE_HELD_st_atime
#pragma push_macro("st_atime")
#undef st_atime
#endif
#ifdef stable_sort
#define OAIWIRE_HELD_stable_sort
#pragma push_macro("stable_sort")
#undef stable_sort
#endif
#ifdef stack
#define OAIWIRE_HELD_stack
#pragma push_macro("stack")
#undef stack
#endif
#ifdef stage
#define OAIWIRE_HELD_stage
#pragma push_macro("stage")
#undef stage
#endif
#ifdef stale
#define OAIWIRE_HELD_stale
#pragma push_macro("stale")
#undef stale
#endif
#ifdef stall
#define OAIWIRE_HELD_stall
#pragma push_macro("stall")
#undef stall
#endif
#ifdef standard
#define OAIWIRE_HELD_standard
#pragma push_macro("standard")
#undef standard
#endif
#ifdef start
#define OAIWIRE_HELD_start
#pragma push_macro("start")
#undef start
#endif
#ifdef started
#define OAIWIRE_HELD_started
#pragma push_macro("started")
#undef started
#endif
#ifdef starts
#define OAIWIRE_HELD_starts
#pragma push_macro("starts")
#undef starts
#endif
#ifdef starved
#define OAIWIRE_HELD_starved
#pragma push_macro("starved")
#undef starved
#endif
#ifdef stat
#define OAIWIRE_HELD_stat
#pragma push_macro("stat")
#undef stat
#endif
#ifdef state
#define OAIWIRE_HELD_state
#pragma push_macro("state")
#undef state
#endif
#ifdef stated
#define OAIWIRE_HELD_stated
#pragma push_macro("stated")
#undef stated
#endif
#ifdef states
#define OAIWIRE_HELD_states
#pragma push_macro("states")
#undef states
#endif
#ifdef static
#define OAIWIRE_HELD_static
#pragma push_macro("static")
#undef static
#endif
#ifdef static_
#define OAIWIRE_HELD_static_
#pragma push_macro("static_")
#undef static_
#endif
#ifdef static_assert
#define OAIWIRE_HELD_static_assert
#pragma push_macro("static_assert")
#undef static_assert
#endif
#ifdef static_cast
#define OAIWIRE_HELD_static_cast
#pragma push_macro("static_cast")
#undef static_cast
#endif
#ifdef statistics
#define OAIWIRE_HELD_statistics
#pragma push_macro("statistics")
#undef statistics
#endif
#ifdef status
#define OAIWIRE_HELD_status
#pragma push_macro("status")
#undef status
#endif
#ifdef status_code
#define OAIWIRE_HELD_status_code
#pragma push_macro("status_code")
#undef status_code
#endif
#ifdef stays
#define OAIWIRE_HELD_stays
#pragma push_macro("stays")
#undef stays
#endif
#ifdef std
#define OAIWIRE_HELD_std
#pragma push_macro("std")
#undef std
#endif
#ifdef stddev
#define OAIWIRE_HELD_stddev
#pragma push_macro("stddev")
#undef stddev
#endif
#ifdef steer
#define OAIWIRE_HELD_steer
#pragma push_macro("steer")
#undef steer
#endif
#ifdef steers
#define OAIWIRE_HELD_steers
#pragma push_macro("steers")
#undef steers
#endif
#ifdef stem
#define OAIWIRE_HELD_stem
#pragma push_macro("stem")
#undef stem
#endif
#ifdef step
#define OAIWIRE_HELD_step
#pragma push_macro("step")
#undef step
#endif
#ifdef steps
#define OAIWIRE_HELD_steps
#pragma push_macro("steps")
#undef steps
#endif
#ifdef stod
#define OAIWIRE_HELD_stod
#pragma push_macro("stod")
#undef stod
#endif
#ifdef stof
#define OAIWIRE_HELD_stof
#pragma push_macro("stof")
#undef stof
#endif
#ifdef stoi
#define OAIWIRE_HELD_stoi
#pragma push_macro("stoi")
#undef stoi
#endif
#ifdef stol
#define OAIWIRE_HELD_stol
#pragma push_macro("stol")
#undef stol
#endif
#ifdef stold
#define OAIWIRE_HELD_stold
#pragma push_macro("stold")
#undef stold
#endif
#ifdef stoll
#define OAIWIRE_HELD_stoll
#pragma push_macro("stoll")
#undef stoll
#endif
#ifdef stop
#define OAIWIRE_HELD_stop
#pragma push_macro("stop")
#undef stop
#endif
#ifdef stopped
#define OAIWIRE_HELD_stopped
#pragma push_macro("stopped")
#undef stopped
#endif
#ifdef stopping
#define OAIWIRE_HELD_stopping
#pragma push_macro("stopping")
#undef stopping
#endif
#ifdef stops
#define OAIWIRE_HELD_stops
#pragma push_macro("stops")
#undef stops
#endif
#ifdef storage
#define OAIWIRE_HELD_storage
#pragma push_macro("storage")
#undef storage
#endif
#ifdef store
#define OAIWIRE_HELD_store
#pragma push_macro("store")
#undef store
#endif
#ifdef stored
#define OAIWIRE_HELD_stored
#pragma push_macro("stored")
#undef stored
#endif
#ifdef stoul
#define OAIWIRE_HELD_stoul
#pragma push_macro("stoul")
#undef stoul
#endif
#ifdef stoull
#define OAIWIRE_HELD_stoull
#pragma push_macro("stoull")
#undef stoull
#endif
#ifdef str
#define OAIWIRE_HELD_str
#pragma push_macro("str")
#undef str
#endif
#ifdef strand
#define OAIWIRE_HELD_strand
#pragma push_macro("strand")
#undef strand
#endif
#ifdef strategy
#define OAIWIRE_HELD_strategy
#pragma push_macro("strategy")
#undef strategy
#endif
#ifdef strcat
#define OAIWIRE_HELD_strcat
#pragma push_macro("strcat")
#undef strcat
#endif
#ifdef strchr
#define OAIWIRE_HELD_strchr
#pragma push_macro("strchr")
#undef strchr
#endif
#ifdef strcmp
#define OAIWIRE_HELD_strcmp
#pragma push_macro("strcmp")
#undef strcmp
#endif
#ifdef strcoll
#define OAIWIRE_HELD_strcoll
#pragma push_macro("strcoll")
#undef strcoll
#endif
#ifdef strcpy
#define OAIWIRE_HELD_strcpy
#pragma push_macro("strcpy")
#undef strcpy
#endif
#ifdef strcspn
#define OAIWIRE_HELD_strcspn
#pragma push_macro("strcspn")
#undef strcspn
#endif
#ifdef strdup
#define OAIWIRE_HELD_strdup
#pragma push_macro("strdup")
#undef strdup
#endif
#ifdef stream
#define OAIWIRE_HELD_stream
#pragma push_macro("stream")
#undef stream
#endif
#ifdef streambuf
#define OAIWIRE_HELD_streambuf
#pragma push_macro("streambuf")
#undef streambuf
#endif
#ifdef streamed
#define OAIWIRE_HELD_streamed
#pragma push_macro("streamed")
#undef streamed
#endif
#ifdef streamoff
#define OAIWIRE_HELD_streamoff
#pragma push_macro("streamoff")
#undef streamoff
#endif
#ifdef streampos
#define OAIWIRE_HELD_streampos
#pragma push_macro("streampos")
#undef streampos
#endif
#ifdef streams
#define OAIWIRE_HELD_streams
#pragma push_macro("streams")
#undef streams
#endif
#ifdef streamsize
#define OAIWIRE_HELD_streamsize
#pragma push_macro("streamsize")
#undef streamsize
#endif
#ifdef strength
#define OAIWIRE_HELD_strength
#pragma push_macro("strength")
#undef strength
#endif
#ifdef strerror
#define OAIWIRE_HELD_strerror
#pragma push_macro("strerror")
#undef strerror
#endif
#ifdef strftime
#define OAIWIRE_HELD_strftime
#pragma push_macro("strftime")
#undef strftime
#endif
#ifdef stricmp
#define OAIWIRE_HELD_stricmp
#pragma push_macro("stricmp")
#undef stricmp
#endif
#ifdef strict
#define OAIWIRE_HELD_strict
#pragma push_macro("strict")
#undef strict
#endif
#ifdef strictly
#define OAIWIRE_HELD_strictly
#pragma push_macro("strictly")
#undef strictly
#endif
#ifdef string
#define OAIWIRE_HELD_string
#pragma push_macro("string")
#undef string
#endif
#ifdef string_view
#define OAIWIRE_HELD_string_view
#pragma push_macro("string_view")
#undef string_view
#endif
#ifdef stringbuf
#define OAIWIRE_HELD_stringbuf
#pragma push_macro("stringbuf")
#undef stringbuf
#endif
#ifdef strings
#define OAIWIRE_HELD_strings
#pragma push_macro("strings")
#undef strings
#endif
#ifdef stringstream
#define OAIWIRE_HELD_stringstream
#pragma push_macro("stringstream")
#undef stringstream
#endif
#ifdef strlen
#define OAIWIRE_HELD_strlen
#pragma push_macro("strlen")
#undef strlen
#endif
#ifdef strlwr
#define OAIWIRE_HELD_strlwr
#pragma push_macro("strlwr")
#undef strlwr
#endif
#ifdef strncat
#define OAIWIRE_HELD_strncat
#pragma push_macro("strncat")
#undef strncat
#endif
#ifdef strncmp
#define OAIWIRE_HELD_strncmp
#pragma push_macro("strncmp")
#undef strncmp
#endif
#ifdef strncpy
#define OAIWIRE_HELD_strncpy
#pragma push_macro("strncpy")
#undef strncpy
#endif
#ifdef strong_ordering
#define OAIWIRE_HELD_strong_ordering
#pragma push_macro("strong_ordering")
#undef strong_ordering
#endif
#ifdef strpbrk
#define OAIWIRE_HELD_strpbrk
#pragma push_macro("strpbrk")
#undef strpbrk
#endif
#ifdef strrchr
#define OAIWIRE_HELD_strrchr
#pragma push_macro("strrchr")
#undef strrchr
#endif
#ifdef strspn
#define OAIWIRE_HELD_strspn
#pragma push_macro("strspn")
#undef strspn
#endif
#ifdef strstr
#define OAIWIRE_HELD_strstr
#pragma push_macro("strstr")
#undef strstr
#endif
#ifdef strtod
#define OAIWIRE_HELD_strtod
#pragma push_macro("strtod")
#undef strtod
#endif
#ifdef strtof
#define OAIWIRE_HELD_strtof
#pragma push_macro("strtof")
#undef strtof
#endif
#ifdef strtok
#define OAIWIRE_HELD_strtok
#pragma push_macro("strtok")
#undef strtok
#endif
#ifdef strtol
#define OAIWIRE_HELD_strtol
#pragma push_macro("strtol")
#undef strtol
#endif
#ifdef strtold
#define OAIWIRE_HELD_strtold
#pragma push_macro("strtold")
#undef strtold
#endif
#ifdef strtoll
#define OAIWIRE_HELD_strtoll
#pragma push_macro("strtoll")
#undef strtoll
#endif
#ifdef strtoul
#define OAIWIRE_HELD_strtoul
#pragma push_macro("strtoul")
#undef strtoul
#endif
#ifdef strtoull
#define OAIWIRE_HELD_strtoull
#pragma push_macro("strtoull")
#undef strtoull
#endif
#ifdef struct
#define OAIWIRE_HELD_struct
#pragma push_macro("struct")
#undef struct
#endif
#ifdef strxfrm
#define OAIWIRE_HELD_strxfrm
#pragma push_macro("strxfrm")
#undef strxfrm
#endif
#ifdef style
#define OAIWIRE_HELD_style
#pragma push_macro("style")
#undef style
#endif
#ifdef subject
#define OAIWIRE_HELD_subject
#pragma push_macro("subject")
#undef subject
#endif
#ifdef subprotocol
#define OAIWIRE_HELD_subprotocol
#pragma push_macro("subprotocol")
#undef subprotocol
#endif
#ifdef subprotocols
#define OAIWIRE_HELD_subprotocols
#pragma push_macro("subprotocols")
#undef subprotocols
#endif
#ifdef subrange
#define OAIWIRE_HELD_subrange
#pragma push_macro("subrange")
#undef subrange
#endif
#ifdef subseconds
#define OAIWIRE_HELD_subseconds
#pragma push_macro("subseconds")
#undef subseconds
#endif
#ifdef subspan
#define OAIWIRE_HELD_subspan
#pragma push_macro("subspan")
#undef subspan
#endif
#ifdef substr
#define OAIWIRE_HELD_substr
#pragma push_macro("substr")
#undef substr
#endif
#ifdef subtract
#define OAIWIRE_HELD_subtract
#pragma push_macro("subtract")
#undef subtract
#endif
#ifdef succeeded
#define OAIWIRE_HELD_succeeded
#pragma push_macro("succeeded")
#undef succeeded
#endif
#ifdef success
#define OAIWIRE_HELD_success
#pragma push_macro("success")
#undef success
#endif
#ifdef successful
#define OAIWIRE_HELD_successful
#pragma push_macro("successful")
#undef successful
#endif
#ifdef successor
#define OAIWIRE_HELD_successor
#pragma push_macro("successor")
#undef successor
#endif
#ifdef suffix
#define OAIWIRE_HELD_suffix
#pragma push_macro("suffix")
#undef suffix
#endif
#ifdef suffixed
#define OAIWIRE_HELD_suffixed
#pragma push_macro("suffixed")
#undef suffixed
#endif
#ifdef suits
#define OAIWIRE_HELD_suits
#pragma push_macro("suits")
#undef suits
#endif
#ifdef sum
#define OAIWIRE_HELD_sum
#pragma push_macro("sum")
#undef sum
#endif
#ifdef summand
#define OAIWIRE_HELD_summand
#pragma push_macro("summand")
#undef summand
#endif
#ifdef summary
#define OAIWIRE_HELD_summary
#pragma push_macro("summary")
#undef summary
#endif
#ifdef sums
#define OAIWIRE_HELD_sums
#pragma push_macro("sums")
#undef sums
#endif
#ifdef sungetc
#define OAIWIRE_HELD_sungetc
#pragma push_macro("sungetc")
#undef sungetc
#endif
#ifdef supervised
#define OAIWIRE_HELD_supervised
#pragma push_macro("supervised")
#undef supervised
#endif
#ifdef surrogates
#define OAIWIRE_HELD_surrogates
#pragma push_macro("surrogates")
#undef surrogates
#endif
#ifdef sv
#define OAIWIRE_HELD_sv
#pragma push_macro("sv")
#undef sv
#endif
#ifdef svg
#define OAIWIRE_HELD_svg
#pragma push_macro("svg")
#undef svg
#endif
#ifdef swap
#define OAIWIRE_HELD_swap
#pragma push_macro("swap")
#undef swap
#endif
#ifdef swap_ranges
#define OAIWIRE_HELD_swap_ranges
#pragma push_macro("swap_ranges")
#undef swap_ranges
#endif
#ifdef swappable
#define OAIWIRE_HELD_swappable
#pragma push_macro("swappable")
#undef swappable
#endif
#ifdef swapped
#define OAIWIRE_HELD_swapped
#pragma push_macro("swapped")
#undef swapped
#endif
#ifdef switch
#define OAIWIRE_HELD_switch
#pragma push_macro("switch")
#undef switch
#endif
#ifdef swprintf
#define OAIWIRE_HELD_swprintf
#pragma push_macro("swprintf")
#undef swprintf
#endif
#ifdef swscanf
#define OAIWIRE_HELD_swscanf
#pragma push_macro("swscanf")
#undef swscanf
#endif
#ifdef symbol
#define OAIWIRE_HELD_symbol
#pragma push_macro("symbol")
#undef symbol
#endif
#ifdef symlink
#define OAIWIRE_HELD_symlink
#pragma push_macro("symlink")
#undef symlink
#endif
#ifdef sync
#define OAIWIRE_HELD_sync
#pragma push_macro("sync")
#undef sync
#endif
#ifdef syncbuf
#define OAIWIRE_HELD_syncbuf
#pragma push_macro("syncbuf")
#undef syncbuf
#endif
#ifdef syntax
#define OAIWIRE_HELD_syntax
#pragma push_macro("syntax")
#undef syntax
#endif
#ifdef syscall
#define OAIWIRE_HELD_syscall
#pragma push_macro("syscall")
#undef syscall
#endif
#ifdef system
#define OAIWIRE_HELD_system
#pragma push_macro("system")
#undef system
#endif
#ifdef system_category
#define OAIWIRE_HELD_system_category
#pragma push_macro("system_category")
#undef system_category
#endif
#ifdef system_error
#define OAIWIRE_HELD_system_error
#pragma push_macro("system_error")
#undef system_error
#endif
#ifdef t
#define OAIWIRE_HELD_t
#pragma push_macro("t")
#undef t
#endif
#ifdef table
#define OAIWIRE_HELD_table
#pragma push_macro("table")
#undef table
#endif
#ifdef tag
#define OAIWIRE_HELD_tag
#pragma push_macro("tag")
#undef tag
#endif
#ifdef tagged
#define OAIWIRE_HELD_tagged
#pragma push_macro("tagged")
#undef tagged
#endif
#ifdef tags
#define OAIWIRE_HELD_tags
#pragma push_macro("tags")
#undef tags
#endif
#ifdef tail
#define OAIWIRE_HELD_tail
#pragma push_macro("tail")
#undef tail
#endif
#ifdef take
#define OAIWIRE_HELD_take
#pragma push_macro("take")
#undef take
#endif
#ifdef taken
#define OAIWIRE_HELD_taken
#pragma push_macro("taken")
#undef taken
#endif
#ifdef takes
#define OAIWIRE_HELD_takes
#pragma push_macro("takes")
#undef takes
#endif
#ifdef talk
#define OAIWIRE_HELD_talk
#pragma push_macro("talk")
#undef talk
#endif
#ifdef tan
#define OAIWIRE_HELD_tan
#pragma push_macro("tan")
#undef tan
#endif
#ifdef tanf
#define OAIWIRE_HELD_tanf
#pragma push_macro("tanf")
#undef tanf
#endif
#ifdef tanh
#define OAIWIRE_HELD_tanh
#pragma push_macro("tanh")
#undef tanh
#endif
#ifdef tanhf
#define OAIWIRE_HELD_tanhf
#pragma push_macro("tanhf")
#undef tanhf
#endif
#ifdef tanhl
#define OAIWIRE_HELD_tanhl
#pragma push_macro("tanhl")
#undef tanhl
#endif
#ifdef tanl
#define OAIWIRE_HELD_tanl
#pragma push_macro("tanl")
#undef tanl
#endif
#ifdef tape
#define OAIWIRE_HELD_tape
#pragma push_macro("tape")
#undef tape
#endif
#ifdef target
#define OAIWIRE_HELD_target
#pragma push_macro("target")
#undef target
#endif
#ifdef task
#define OAIWIRE_HELD_task
#pragma push_macro("task")
#undef task
#endif
#ifdef tasks
#define OAIWIRE_HELD_tasks
#pragma push_macro("tasks")
#undef tasks
#endif
#ifdef tavily
#define OAIWIRE_HELD_tavily
#pragma push_macro("tavily")
#undef tavily
#endif
#ifdef tcp
#define OAIWIRE_HELD_tcp
#pragma push_macro("tcp")
#undef tcp
#endif
#ifdef tell
#define OAIWIRE_HELD_tell
#pragma push_macro("tell")
#undef tell
#endif
#ifdef tellg
#define OAIWIRE_HELD_tellg
#pragma push_macro("tellg")
#undef tellg
#endif
#ifdef tellp
#define OAIWIRE_HELD_tellp
#pragma push_macro("tellp")
#undef tellp
#endif
#ifdef temperature
#define OAIWIRE_HELD_temperature
#pragma push_macro("temperature")
#undef temperature
#endif
#ifdef template
#define OAIWIRE_HELD_template
#pragma push_macro("template")
#undef template
#endif
#ifdef template_
#define OAIWIRE_HELD_template_
#pragma push_macro("template_")
#undef template_
#endif
#ifdef templates
#define OAIWIRE_HELD_templates
#pragma push_macro("templates")
#undef templates
#endif
#ifdef tens
#define OAIWIRE_HELD_tens
#pragma push_macro("tens")
#undef tens
#endif
#ifdef tera
#define OAIWIRE_HELD_tera
#pragma push_macro("tera")
#undef tera
#endif
#ifdef terminate
#define OAIWIRE_HELD_terminate
#pragma push_macro("terminate")
#undef terminate
#endif
#ifdef test
#define OAIWIRE_HELD_test
#pragma push_macro("test")
#undef test
#endif
#ifdef text
#define OAIWIRE_HELD_text
#pragma push_macro("text")
#undef text
#endif
#ifdef textdomain
#define OAIWIRE_HELD_textdomain
#pragma push_macro("textdomain")
#undef textdomain
#endif
#ifdef texts
#define OAIWIRE_HELD_texts
#pragma push_macro("texts")
#undef texts
#endif
#ifdef tgamma
#define OAIWIRE_HELD_tgamma
#pragma push_macro("tgamma")
#undef tgamma
#endif
#ifdef tgammaf
#define OAIWIRE_HELD_tgammaf
#pragma push_macro("tgammaf")
#undef tgammaf
#endif
#ifdef tgammal
#define OAIWIRE_HELD_tgammal
#pragma push_macro("tgammal")
#undef tgammal
#endif
#ifdef theirs
#define OAIWIRE_HELD_theirs
#pragma push_macro("theirs")
#undef theirs
#endif
#ifdef then
#define OAIWIRE_HELD_then
#pragma push_macro("then")
#undef then
#endif
#ifdef there
#define OAIWIRE_HELD_there
#pragma push_macro("there")
#undef there
#endif
#ifdef thinking
#define OAIWIRE_HELD_thinking
#pragma push_macro("thinking")
#undef thinking
#endif
#ifdef third
#define OAIWIRE_HELD_third
#pragma push_macro("third")
#undef third
#endif
#ifdef this
#define OAIWIRE_HELD_this
#pragma push_macro("this")
#undef this
#endif
#ifdef this_thread
#define OAIWIRE_HELD_this_thread
#pragma push_macro("this_thread")
#undef this_thread
#endif
#ifdef thousandths
#define OAIWIRE_HELD_thousandths
#pragma push_macro("thousandths")
#undef thousandths
#endif
#ifdef thread
#define OAIWIRE_HELD_thread
#pragma push_macro("thread")
#undef thread
#endif
#ifdef thread_local
#define OAIWIRE_HELD_thread_local
#pragma push_macro("thread_local")
#undef thread_local
#endif
#ifdef three
#define OAIWIRE_HELD_three
#pragma push_macro("three")
#undef three
#endif
#ifdef threes
#define OAIWIRE_HELD_threes
#pragma push_macro("threes")
#undef threes
#endif
#ifdef threshold
#define OAIWIRE_HELD_threshold
#pragma push_macro("threshold")
#undef threshold
#endif
#ifdef throw
#define OAIWIRE_HELD_throw
#pragma push_macro("throw")
#undef throw
#endif
#ifdef tick
#define OAIWIRE_HELD_tick
#pragma push_macro("tick")
#undef tick
#endif
#ifdef tie
#define OAIWIRE_HELD_tie
#pragma push_macro("tie")
#undef tie
#endif
#ifdef time
#define OAIWIRE_HELD_time
#pragma push_macro("time")
#undef time
#endif
#ifdef timed
#define OAIWIRE_HELD_timed
#pragma push_macro("timed")
#undef timed
#endif
#ifdef timeout
#define OAIWIRE_HELD_timeout
#pragma push_macro("timeout")
#undef timeout
#endif
#ifdef timeouts
#define OAIWIRE_HELD_timeouts
#pragma push_macro("timeouts")
#undef timeouts
#endif
#ifdef times
#define OAIWIRE_HELD_times
#pragma push_macro("times")
#undef times
#endif
#ifdef timespec
#define OAIWIRE_HELD_timespec
#pragma push_macro("timespec")
#undef timespec
#endif
#ifdef timespec_get
#define OAIWIRE_HELD_timespec_get
#pragma push_macro("timespec_get")
#undef timespec_get
#endif
#ifdef timestamp
#define OAIWIRE_HELD_timestamp
#pragma push_macro("timestamp")
#undef timestamp
#endif
#ifdef timezone
#define OAIWIRE_HELD_timezone
#pragma push_macro("timezone")
#undef timezone
#endif
#ifdef timing
#define OAIWIRE_HELD_timing
#pragma push_macro("timing")
#undef timing
#endif
#ifdef tinfo
#define OAIWIRE_HELD_tinfo
#pragma push_macro("tinfo")
#undef tinfo
#endif
#ifdef title
#define OAIWIRE_HELD_title
#pragma push_macro("title")
#undef title
#endif
#ifdef tls
#define OAIWIRE_HELD_tls
#pragma push_macro("tls")
#undef tls
#endif
#ifdef tm
#define OAIWIRE_HELD_tm
#pragma push_macro("tm")
#undef tm
#endif
#ifdef tmpfile
#define OAIWIRE_HELD_tmpfile
#pragma push_macro("tmpfile")
#undef tmpfile
#endif
#ifdef tmpnam
#define OAIWIRE_HELD_tmpnam
#pragma push_macro("tmpnam")
#undef tmpnam
#endif
#ifdef to
#define OAIWIRE_HELD_to
#pragma push_macro("to")
#undef to
#endif
#ifdef to_
#define OAIWIRE_HELD_to_
#pragma push_macro("to_")
#undef to_
#endif
#ifdef to_address
#define OAIWIRE_HELD_to_address
#pragma push_macro("to_address")
#undef to_address
#endif
#ifdef to_array
#define OAIWIRE_HELD_to_array
#pragma push_macro("to_array")
#undef to_array
#endif
#ifdef to_chars
#define OAIWIRE_HELD_to_chars
#pragma push_macro("to_chars")
#undef to_chars
#endif
#ifdef to_string
#define OAIWIRE_HELD_to_string
#pragma push_macro("to_string")
#undef to_string
#endif
#ifdef together
#define OAIWIRE_HELD_together
#pragma push_macro("together")
#undef together
#endif
#ifdef token
#define OAIWIRE_HELD_token
#pragma push_macro("token")
#undef token
#endif
#ifdef tokens
#define OAIWIRE_HELD_tokens
#pragma push_macro("tokens")
#undef tokens
#endif
#ifdef told
#define OAIWIRE_HELD_told
#pragma push_macro("told")
#undef told
#endif
#ifdef tolerant
#define OAIWIRE_HELD_tolerant
#pragma push_macro("tolerant")
#undef tolerant
#endif
#ifdef tolower
#define OAIWIRE_HELD_tolower
#pragma push_macro("tolower")
#undef tolower
#endif
#ifdef tool
#define OAIWIRE_HELD_tool
#pragma push_macro("tool")
#undef tool
#endif
#ifdef tools
#define OAIWIRE_HELD_tools
#pragma push_macro("tools")
#undef tools
#endif
#ifdef top
#define OAIWIRE_HELD_top
#pragma push_macro("top")
#undef top
#endif
#ifdef total
#define OAIWIRE_HELD_total
#pragma push_macro("total")
#undef total
#endif
#ifdef touch
#define OAIWIRE_HELD_touch
#pragma push_macro("touch")
#undef touch
#endif
#ifdef touched
#define OAIWIRE_HELD_touched
#pragma push_macro("touched")
#undef touched
#endif
#ifdef toupper
#define OAIWIRE_HELD_toupper
#pragma push_macro("toupper")
#undef toupper
#endif
#ifdef towctrans
#define OAIWIRE_HELD_towctrans
#pragma push_macro("towctrans")
#undef towctrans
#endif
#ifdef towlower
#define OAIWIRE_HELD_towlower
#pragma push_macro("towlower")
#undef towlower
#endif
#ifdef towupper
#define OAIWIRE_HELD_towupper
#pragma push_macro("towupper")
#undef towupper
#endif
#ifdef tracing
#define OAIWIRE_HELD_tracing
#pragma push_macro("tracing")
#undef tracing
#endif
#ifdef trail
#define OAIWIRE_HELD_trail
#pragma push_macro("trail")
#undef trail
#endif
#ifdef trailers
#define OAIWIRE_HELD_trailers
#pragma push_macro("trailers")
#undef trailers
#endif
#ifdef traits
#define OAIWIRE_HELD_traits
#pragma push_macro("traits")
#undef traits
#endif
#ifdef transcript
#define OAIWIRE_HELD_transcript
#pragma push_macro("transcript")
#undef transcript
#endif
#ifdef transcription
#define OAIWIRE_HELD_transcription
#pragma push_macro("transcription")
#undef transcription
#endif
#ifdef transfer
#define OAIWIRE_HELD_transfer
#pragma push_macro("transfer")
#undef transfer
#endif
#ifdef transform
#define OAIWIRE_HELD_transform
#pragma push_macro("transform")
#undef transform
#endif
#ifdef transparent
#define OAIWIRE_HELD_transparent
#pragma push_macro("transparent")
#undef transparent
#endif
#ifdef transport
#define OAIWIRE_HELD_transport
#pragma push_macro("transport")
#undef transport
#endif
#ifdef traps
#define OAIWIRE_HELD_traps
#pragma push_macro("traps")
#undef traps
#endif
#ifdef trial
#define OAIWIRE_HELD_trial
#pragma push_macro("trial")
#undef trial
#endif
#ifdef triggers
#define OAIWIRE_HELD_triggers
#pragma push_macro("triggers")
#undef triggers
#endif
#ifdef trim
#define OAIWIRE_HELD_trim
#pragma push_macro("trim")
#undef trim
#endif
#ifdef trimmed
#define OAIWIRE_HELD_trimmed
#pragma push_macro("trimmed")
#undef trimmed
#endif
#ifdef triple
#define OAIWIRE_HELD_triple
#pragma push_macro("triple")
#undef triple
#endif
#ifdef trivial
#define OAIWIRE_HELD_trivial
#pragma push_macro("trivial")
#undef trivial
#endif
#ifdef true
#define OAIWIRE_HELD_true
#pragma push_macro("true")
#undef true
#endif
#ifdef true_type
#define OAIWIRE_HELD_true_type
#pragma push_macro("true_type")
#undef true_type
#endif
#ifdef truename
#define OAIWIRE_HELD_truename
#pragma push_macro("truename")
#undef truename
#endif
#ifdef trunc
#define OAIWIRE_HELD_trunc
#pragma push_macro("trunc")
#undef trunc
#endif
#ifdef truncate
#define OAIWIRE_HELD_truncate
#pragma push_macro("truncate")
#undef truncate
#endif
#ifdef truncated
#define OAIWIRE_HELD_truncated
#pragma push_macro("truncated")
#undef truncated
#endif
#ifdef truncation
#define OAIWIRE_HELD_truncation
#pragma push_macro("truncation")
#undef truncation
#endif
#ifdef truncf
#define OAIWIRE_HELD_truncf
#pragma push_macro("truncf")
#undef truncf
#endif
#ifdef truncl
#define OAIWIRE_HELD_truncl
#pragma push_macro("truncl")
#undef truncl
#endif
#ifdef trusted
#define OAIWIRE_HELD_trusted
#pragma push_macro("trusted")
#undef trusted
#endif
#ifdef try
#define OAIWIRE_HELD_try
#pragma push_macro("try")
#undef try
#endif
#ifdef try_lock
#define OAIWIRE_HELD_try_lock
#pragma push_macro("try_lock")
#undef try_lock
#endif
#ifdef ttl
#define OAIWIRE_HELD_ttl
#pragma push_macro("ttl")
#undef ttl
#endif
#ifdef tuple
#define OAIWIRE_HELD_tuple
#pragma push_macro("tuple")
#undef tuple
#endif
#ifdef tuple_element_t
#define OAIWIRE_HELD_tuple_element_t
#pragma push_macro("tuple_element_t")
#undef tuple_element_t
#endif
#ifdef tuple_size
#define OAIWIRE_HELD_tuple_size
#pragma push_macro("tuple_size")
#undef tuple_size
#endif
#ifdef tuple_size_v
#define OAIWIRE_HELD_tuple_size_v
#pragma push_macro("tuple_size_v")
#undef tuple_size_v
#endif
#ifdef turn
#define OAIWIRE_HELD_turn
#pragma push_macro("turn")
#undef turn
#endif
#ifdef turns
#define OAIWIRE_HELD_turns
#pragma push_macro("turns")
#undef turns
#endif
#ifdef twice
#define OAIWIRE_HELD_twice
#pragma push_macro("twice")
#undef twice
#endif
#ifdef two
#define OAIWIRE_HELD_two
#pragma push_macro("two")
#undef two
#endif
#ifdef typ
#define OAIWIRE_HELD_typ
#pragma push_macro("typ")
#undef typ
#endif
#ifdef type
#define OAIWIRE_HELD_type
#pragma push_macro("type")
#undef type
#endif
#ifdef type_identity
#define OAIWIRE_HELD_type_identity
#pragma push_macro("type_identity")
#undef type_identity
#endif
#ifdef type_identity_t
#define OAIWIRE_HELD_type_identity_t
#pragma push_macro("type_identity_t")
#undef type_identity_t
#endif
#ifdef type_info
#define OAIWIRE_HELD_type_info
#pragma push_macro("type_info")
#undef type_info
#endif
#ifdef type_name
#define OAIWIRE_HELD_type_name
#pragma push_macro("type_name")
#undef type_name
#endif
#ifdef type_of
#define OAIWIRE_HELD_type_of
#pragma push_macro("type_of")
#undef type_of
#endif
#ifdef typed
#define OAIWIRE_HELD_typed
#pragma push_macro("typed")
#undef typed
#endif
#ifdef typedef
#define OAIWIRE_HELD_typedef
#pragma push_macro("typedef")
#undef typedef
#endif
#ifdef typeid
#define OAIWIRE_HELD_typeid
#pragma push_macro("typeid")
#undef typeid
#endif
#ifdef typename
#define OAIWIRE_HELD_typename
#pragma push_macro("typename")
#undef typename
#endif
#ifdef types
#define OAIWIRE_HELD_types
#pragma push_macro("types")
#undef types
#endif
#ifdef u
#define OAIWIRE_HELD_u
#pragma push_macro("u")
#undef u
#endif
#ifdef u128
#define OAIWIRE_HELD_u128
#pragma push_macro("u128")
#undef u128
#endif
#ifdef u8string
#define OAIWIRE_HELD_u8string
#pragma push_macro("u8string")
#undef u8string
#endif
#ifdef uflow
#define OAIWIRE_HELD_uflow
#pragma push_macro("uflow")
#undef uflow
#endif
#ifdef uint
#define OAIWIRE_HELD_uint
#pragma push_macro("uint")
#undef uint
#endif
#ifdef uint16_t
#define OAIWIRE_HELD_uint16_t
#pragma push_macro("uint16_t")
#undef uint16_t
#endif
#ifdef uint32_t
#define OAIWIRE_HELD_uint32_t
#pragma push_macro("uint32_t")
#undef uint32_t
#endif
#ifdef uint64_t
#define OAIWIRE_HELD_uint64_t
#pragma push_macro("uint64_t")
#undef uint64_t
#endif
#ifdef uint8_t
#define OAIWIRE_HELD_uint8_t
#pragma push_macro("uint8_t")
#undef uint8_t
#endif
#ifdef uintmax_t
#define OAIWIRE_HELD_uintmax_t
#pragma push_macro("uintmax_t")
#undef uintmax_t
#endif
#ifdef uintptr_t
#define OAIWIRE_HELD_uintptr_t
#pragma push_macro("uintptr_t")
#undef uintptr_t
#endif
#ifdef ultrafast
#define OAIWIRE_HELD_ultrafast
#pragma push_macro("ultrafast")
#undef ultrafast
#endif
#ifdef unbounded
#define OAIWIRE_HELD_unbounded
#pragma push_macro("unbounded")
#undef unbounded
#endif
#ifdef unchain
#define OAIWIRE_HELD_unchain
#pragma push_macro("unchain")
#undef unchain
#endif
#ifdef undecided
#define OAIWIRE_HELD_undecided
#pragma push_macro("undecided")
#undef undecided
#endif
#ifdef underflow
#define OAIWIRE_HELD_underflow
#pragma push_macro("underflow")
#undef underflow
#endif
#ifdef undo
#define OAIWIRE_HELD_undo
#pragma push_macro("undo")
#undef undo
#endif
#ifdef unescape
#define OAIWIRE_HELD_unescape
#pragma push_macro("unescape")
#undef unescape
#endif
#ifdef unescaped
#define OAIWIRE_HELD_unescaped
#pragma push_macro("unescaped")
#undef unescaped
#endif
#ifdef unexpected
#define OAIWIRE_HELD_unexpected
#pragma push_macro("unexpected")
#undef unexpected
#endif
#ifdef unfinished
#define OAIWIRE_HELD_unfinished
#pragma push_macro("unfinished")
#undef unfinished
#endif
#ifdef unget
#define OAIWIRE_HELD_unget
#pragma push_macro("unget")
#undef unget
#endif
#ifdef ungetc
#define OAIWIRE_HELD_ungetc
#pragma push_macro("ungetc")
#undef ungetc
#endif
#ifdef ungetwc
#define OAIWIRE_HELD_ungetwc
#pragma push_macro("ungetwc")
#undef ungetwc
#endif
#ifdef unicode
#define OAIWIRE_HELD_unicode
#pragma push_macro("unicode")
#undef unicode
#endif
#ifdef uninitialized_copy
#define OAIWIRE_HELD_uninitialized_copy
#pragma push_macro("uninitialized_copy")
#undef uninitialized_copy
#endif
#ifdef union
#define OAIWIRE_HELD_union
#pragma push_macro("union")
#undef union
#endif
#ifdef unique
#define OAIWIRE_HELD_unique
#pragma push_macro("unique")
#undef unique
#endif
#ifdef unique_lock
#define OAIWIRE_HELD_unique_lock
#pragma push_macro("unique_lock")
#undef unique_lock
#endif
#ifdef unique_ptr
#define OAIWIRE_HELD_unique_ptr
#pragma push_macro("unique_ptr")
#undef unique_ptr
#endif
#ifdef unit
#define OAIWIRE_HELD_unit
#pragma push_macro("unit")
#undef unit
#endif
#ifdef unitbuf
#define OAIWIRE_HELD_unitbuf
#pragma push_macro("unitbuf")
#undef unitbuf
#endif
#ifdef units
#define OAIWIRE_HELD_units
#pragma push_macro("units")
#undef units
#endif
#ifdef unknown
#define OAIWIRE_HELD_unknown
#pragma push_macro("unknown")
#undef unknown
#endif
#ifdef unlike
#define OAIWIRE_HELD_unlike
#pragma push_macro("unlike")
#undef unlike
#endif
#ifdef unlikely
#define OAIWIRE_HELD_unlikely
#pragma push_macro("unlikely")
#undef unlikely
#endif
#ifdef unlisted
#define OAIWIRE_HELD_unlisted
#pragma push_macro("unlisted")
#undef unlisted
#endif
#ifdef unlock
#define OAIWIRE_HELD_unlock
#pragma push_macro("unlock")
#undef unlock
#endif
#ifdef unmatched
#define OAIWIRE_HELD_unmatched
#pragma push_macro("unmatched")
#undef unmatched
#endif
#ifdef unmet
#define OAIWIRE_HELD_unmet
#pragma push_macro("unmet")
#undef unmet
#endif
#ifdef unnamed
#define OAIWIRE_HELD_unnamed
#pragma push_macro("unnamed")
#undef unnamed
#endif
#ifdef unordered
#define OAIWIRE_HELD_unordered
#pragma push_macro("unordered")
#undef unordered
#endif
#ifdef unplace
#define OAIWIRE_HELD_unplace
#pragma push_macro("unplace")
#undef unplace
#endif
#ifdef unprocessable
#define OAIWIRE_HELD_unprocessable
#pragma push_macro("unprocessable")
#undef unprocessable
#endif
#ifdef unread
#define OAIWIRE_HELD_unread
#pragma push_macro("unread")
#undef unread
#endif
#ifdef unrecognised
#define OAIWIRE_HELD_unrecognised
#pragma push_macro("unrecognised")
#undef unrecognised
#endif
#ifdef unsent
#define OAIWIRE_HELD_unsent
#pragma push_macro("unsent")
#undef unsent
#endif
#ifdef unseq
#define OAIWIRE_HELD_unseq
#pragma push_macro("unseq")
#undef unseq
#endif
#ifdef unset
#define OAIWIRE_HELD_unset
#pragma push_macro("unset")
#undef unset
#endif
#ifdef unsetf
#define OAIWIRE_HELD_unsetf
#pragma push_macro("unsetf")
#undef unsetf
#endif
#ifdef unshift
#define OAIWIRE_HELD_unshift
#pragma push_macro("unshift")
#undef unshift
#endif
#ifdef unsigned
#define OAIWIRE_HELD_unsigned
#pragma push_macro("unsigned")
#undef unsigned
#endif
#ifdef unsigned_integral
#define OAIWIRE_HELD_unsigned_integral
#pragma push_macro("unsigned_integral")
#undef unsigned_integral
#endif
#ifdef unsized
#define OAIWIRE_HELD_unsized
#pragma push_macro("unsized")
#undef unsized
#endif
#ifdef unsure
#define OAIWIRE_HELD_unsure
#pragma push_macro("unsure")
#undef unsure
#endif
#ifdef until
#define OAIWIRE_HELD_until
#pragma push_macro("until")
#undef until
#endif
#ifdef unused
#define OAIWIRE_HELD_unused
#pragma push_macro("unused")
#undef unused
#endif
#ifdef unusual
#define OAIWIRE_HELD_unusual
#pragma push_macro("unusual")
#undef unusual
#endif
#ifdef unwrap
#define OAIWIRE_HELD_unwrap
#pragma push_macro("unwrap")
#undef unwrap
#endif
#ifdef unwrapped
#define OAIWIRE_HELD_unwrapped
#pragma push_macro("unwrapped")
#undef unwrapped
#endif
#ifdef up
#define OAIWIRE_HELD_up
#pragma push_macro("up")
#undef up
#endif
#ifdef upgrade
#define OAIWIRE_HELD_upgrade
#pragma push_macro("upgrade")
#undef upgrade
#endif
#ifdef upload
#define OAIWIRE_HELD_upload
#pragma push_macro("upload")
#undef upload
#endif
#ifdef uploaded
#define OAIWIRE_HELD_uploaded
#pragma push_macro("uploaded")
#undef uploaded
#endif
#ifdef upper
#define OAIWIRE_HELD_upper
#pragma push_macro("upper")
#undef upper
#endif
#ifdef uppercase
#define OAIWIRE_HELD_uppercase
#pragma push_macro("uppercase")
#undef uppercase
#endif
#ifdef upstream
#define OAIWIRE_HELD_upstream
#pragma push_macro("upstream")
#undef upstream
#endif
#ifdef url
#define OAIWIRE_HELD_url
#pragma push_macro("url")
#undef url
#endif
#ifdef us
#define OAIWIRE_HELD_us
#pragma push_macro("us")
#undef us
#endif
#ifdef usable
#define OAIWIRE_HELD_usable
#pragma push_macro("usable")
#undef usable
#endif
#ifdef usage
#define OAIWIRE_HELD_usage
#pragma push_macro("usage")
#undef usage
#endif
#ifdef use
#define OAIWIRE_HELD_use
#pragma push_macro("use")
#undef use
#endif
#ifdef use_facet
#define OAIWIRE_HELD_use_facet
#pragma push_macro("use_facet")
#undef use_facet
#endif
#ifdef used
#define OAIWIRE_HELD_used
#pragma push_macro("used")
#undef used
#endif
#ifdef uselocale
#define OAIWIRE_HELD_uselocale
#pragma push_macro("uselocale")
#undef uselocale
#endif
#ifdef user
#define OAIWIRE_HELD_user
#pragma push_macro("user")
#undef user
#endif
#ifdef user_data
#define OAIWIRE_HELD_user_data
#pragma push_macro("user_data")
#undef user_data
#endif
#ifdef users
#define OAIWIRE_HELD_users
#pragma push_macro("users")
#undef users
#endif
#ifdef using
#define OAIWIRE_HELD_using
#pragma push_macro("using")
#undef using
#endif
#ifdef usual
#define OAIWIRE_HELD_usual
#pragma push_macro("usual")
#undef usual
#endif
#ifdef utf8
#define OAIWIRE_HELD_utf8
#pragma push_macro("utf8")
#undef utf8
#endif
#ifdef v
#define OAIWIRE_HELD_v
#pragma push_macro("v")
#undef v
#endif
#ifdef v1
#define OAIWIRE_HELD_v1
#pragma push_macro("v1")
#undef v1
#endif
#ifdef val
#define OAIWIRE_HELD_val
#pragma push_macro("val")
#undef val
#endif
#ifdef valarray
#define OAIWIRE_HELD_valarray
#pragma push_macro("valarray")
#undef valarray
#endif
#ifdef valid
#define OAIWIRE_HELD_valid
#pragma push_macro("valid")
#undef valid
#endif
#ifdef validate
#define OAIWIRE_HELD_validate
#pragma push_macro("validate")
#undef validate
#endif
#ifdef validating
#define OAIWIRE_HELD_validating
#pragma push_macro("validating")
#undef validating
#endif
#ifdef validator
#define OAIWIRE_HELD_validator
#pragma push_macro("validator")
#undef validator
#endif
#ifdef value
#define OAIWIRE_HELD_value
#pragma push_macro("value")
#undef value
#endif
#ifdef value_of
#define OAIWIRE_HELD_value_of
#pragma push_macro("value_of")
#undef value_of
#endif
#ifdef value_or
#define OAIWIRE_HELD_value_or
#pragma push_macro("value_or")
#undef value_or
#endif
#ifdef value_type
#define OAIWIRE_HELD_value_type
#pragma push_macro("value_type")
#undef value_type
#endif
#ifdef values
#define OAIWIRE_HELD_values
#pragma push_macro("values")
#undef values
#endif
#ifdef variable
#define OAIWIRE_HELD_variable
#pragma push_macro("variable")
#undef variable
#endif
#ifdef variables
#define OAIWIRE_HELD_variables
#pragma push_macro("variables")
#undef variables
#endif
#ifdef variant
#define OAIWIRE_HELD_variant
#pragma push_macro("variant")
#undef variant
#endif
#ifdef variant_alternative_t
#define OAIWIRE_HELD_variant_alternative_t
#pragma push_macro("variant_alternative_t")
#undef variant_alternative_t
#endif
#ifdef variant_npos
#define OAIWIRE_HELD_variant_npos
#pragma push_macro("variant_npos")
#undef variant_npos
#endif
#ifdef variant_size_v
#define OAIWIRE_HELD_variant_size_v
#pragma push_macro("variant_size_v")
#undef variant_size_v
#endif
#ifdef varies
#define OAIWIRE_HELD_varies
#pragma push_macro("varies")
#undef varies
#endif
#ifdef vasprintf
#define OAIWIRE_HELD_vasprintf
#pragma push_macro("vasprintf")
#undef vasprintf
#endif
#ifdef vector
#define OAIWIRE_HELD_vector
#pragma push_macro("vector")
#undef vector
#endif
#ifdef verbosity
#define OAIWIRE_HELD_verbosity
#pragma push_macro("verbosity")
#undef verbosity
#endif
#ifdef verdict
#define OAIWIRE_HELD_verdict
#pragma push_macro("verdict")
#undef verdict
#endif
#ifdef version
#define OAIWIRE_HELD_version
#pragma push_macro("version")
#undef version
#endif
#ifdef versioned
#define OAIWIRE_HELD_versioned
#pragma push_macro("versioned")
#undef versioned
#endif
#ifdef vertex
#define OAIWIRE_HELD_vertex
#pragma push_macro("vertex")
#undef vertex
#endif
#ifdef vformat
#define OAIWIRE_HELD_vformat
#pragma push_macro("vformat")
#undef vformat
#endif
#ifdef vfprintf
#define OAIWIRE_HELD_vfprintf
#pragma push_macro("vfprintf")
#undef vfprintf
#endif
#ifdef vfscanf
#define OAIWIRE_HELD_vfscanf
#pragma push_macro("vfscanf")
#undef vfscanf
#endif
#ifdef vfwprintf
#define OAIWIRE_HELD_vfwprintf
#pragma push_macro("vfwprintf")
#undef vfwprintf
#endif
#ifdef vfwscanf
#define OAIWIRE_HELD_vfwscanf
#pragma push_macro("vfwscanf")
#undef vfwscanf
#endif
#ifdef video
#define OAIWIRE_HELD_video
#pragma push_macro("video")
#undef video
#endif
#ifdef videos
#define OAIWIRE_HELD_videos
#pragma push_macro("videos")
#undef videos
#endif
#ifdef view
#define OAIWIRE_HELD_view
#pragma push_macro("view")
#undef view
#endif
#ifdef views
#define OAIWIRE_HELD_views
#pragma push_macro("views")
#undef views
#endif
#ifdef violated
#define OAIWIRE_HELD_violated
#pragma push_macro("violated")
#undef violated
#endif
#ifdef violation
#define OAIWIRE_HELD_violation
#pragma push_macro("violation")
#undef violation
#endif
#ifdef violations
#define OAIWIRE_HELD_violations
#pragma push_macro("violations")
#undef violations
#endif
#ifdef violence
#define OAIWIRE_HELD_violence
#pragma push_macro("violence")
#undef violence
#endif
#ifdef virtual
#define OAIWIRE_HELD_virtual
#pragma push_macro("virtual")
#undef virtual
#endif
#ifdef vision
#define OAIWIRE_HELD_vision
#pragma push_macro("vision")
#undef vision
#endif
#ifdef visit
#define OAIWIRE_HELD_visit
#pragma push_macro("visit")
#undef visit
#endif
#ifdef vivid
#define OAIWIRE_HELD_vivid
#pragma push_macro("vivid")
#undef vivid
#endif
#ifdef vllm
#define OAIWIRE_HELD_vllm
#pragma push_macro("vllm")
#undef vllm
#endif
#ifdef voice
#define OAIWIRE_HELD_voice
#pragma push_macro("voice")
#undef voice
#endif
#ifdef void
#define OAIWIRE_HELD_void
#pragma push_macro("void")
#undef void
#endif
#ifdef void_t
#define OAIWIRE_HELD_void_t
#pragma push_macro("void_t")
#undef void_t
#endif
#ifdef volatile
#define OAIWIRE_HELD_volatile
#pragma push_macro("volatile")
#undef volatile
#endif
#ifdef vprintf
#define OAIWIRE_HELD_vprintf
#pragma push_macro("vprintf")
#undef vprintf
#endif
#ifdef vscanf
#define OAIWIRE_HELD_vscanf
#pragma push_macro("vscanf")
#undef vscanf
#endif
#ifdef vsnprintf
#define OAIWIRE_HELD_vsnprintf
#pragma push_macro("vsnprintf")
#undef vsnprintf
#endif
#ifdef vsprintf
#define OAIWIRE_HELD_vsprintf
#pragma push_macro("vsprintf")
#undef vsprintf
#endif
#ifdef vsscanf
#define OAIWIRE_HELD_vsscanf
#pragma push_macro("vsscanf")
#undef vsscanf
#endif
#ifdef vswprintf
#define OAIWIRE_HELD_vswprintf
#pragma push_macro("vswprintf")
#undef vswprintf
#endif
#ifdef vswscanf
#define OAIWIRE_HELD_vswscanf
#pragma push_macro("vswscanf")
#undef vswscanf
#endif
#ifdef vtt
#define OAIWIRE_HELD_vtt
#pragma push_macro("vtt")
#undef vtt
#endif
#ifdef vwprintf
#define OAIWIRE_HELD_vwprintf
#pragma push_macro("vwprintf")
#undef vwprintf
#endif
#ifdef vwscanf
#define OAIWIRE_HELD_vwscanf
#pragma push_macro("vwscanf")
#undef vwscanf
#endif
#ifdef w
#define OAIWIRE_HELD_w
#pragma push_macro("w")
#undef w
#endif
#ifdef wait
#define OAIWIRE_HELD_wait
#pragma push_macro("wait")
#undef wait
#endif
#ifdef waiting
#define OAIWIRE_HELD_waiting
#pragma push_macro("waiting")
#undef waiting
#endif
#ifdef waits
#define OAIWIRE_HELD_waits
#pragma push_macro("waits")
#undef waits
#endif
#ifdef waive
#define OAIWIRE_HELD_waive
#pragma push_macro("waive")
#undef waive
#endif
#ifdef wake
#define OAIWIRE_HELD_wake
#pragma push_macro("wake")
#undef wake
#endif
#ifdef waker
#define OAIWIRE_HELD_waker
#pragma push_macro("waker")
#undef waker
#endif
#ifdef walker
#define OAIWIRE_HELD_walker
#pragma push_macro("walker")
#undef walker
#endif
#ifdef wandb
#define OAIWIRE_HELD_wandb
#pragma push_macro("wandb")
#undef wandb
#endif
#ifdef wanted
#define OAIWIRE_HELD_wanted
#pragma push_macro("wanted")
#undef wanted
#endif
#ifdef warn
#define OAIWIRE_HELD_warn
#pragma push_macro("warn")
#undef warn
#endif
#ifdef was
#define OAIWIRE_HELD_was
#pragma push_macro("was")
#undef was
#endif
#ifdef watch
#define OAIWIRE_HELD_watch
#pragma push_macro("watch")
#undef watch
#endif
#ifdef watched
#define OAIWIRE_HELD_watched
#pragma push_macro("watched")
#undef watched
#endif
#ifdef wav
#define OAIWIRE_HELD_wav
#pragma push_macro("wav")
#undef wav
#endif
#ifdef way
#define OAIWIRE_HELD_way
#pragma push_macro("way")
#undef way
#endif
#ifdef ways
#define OAIWIRE_HELD_ways
#pragma push_macro("ways")
#undef ways
#endif
#ifdef wchar_t
#define OAIWIRE_HELD_wchar_t
#pragma push_macro("wchar_t")
#undef wchar_t
#endif
#ifdef wcrtomb
#define OAIWIRE_HELD_wcrtomb
#pragma push_macro("wcrtomb")
#undef wcrtomb
#endif
#ifdef wcscat
#define OAIWIRE_HELD_wcscat
#pragma push_macro("wcscat")
#undef wcscat
#endif
#ifdef wcschr
#define OAIWIRE_HELD_wcschr
#pragma push_macro("wcschr")
#undef wcschr
#endif
#ifdef wcscmp
#define OAIWIRE_HELD_wcscmp
#pragma push_macro("wcscmp")
#undef wcscmp
#endif
#ifdef wcscoll
#define OAIWIRE_HELD_wcscoll
#pragma push_macro("wcscoll")
#undef wcscoll
#endif
#ifdef wcscpy
#define OAIWIRE_HELD_wcscpy
#pragma push_macro("wcscpy")
#undef wcscpy
#endif
#ifdef wcscspn
#define OAIWIRE_HELD_wcscspn
#pragma push_macro("wcscspn")
#undef wcscspn
#endif
#ifdef wcsftime
#define OAIWIRE_HELD_wcsftime
#pragma push_macro("wcsftime")
#undef wcsftime
#endif
#ifdef wcslen
#define OAIWIRE_HELD_wcslen
#pragma push_macro("wcslen")
#undef wcslen
#endif
#ifdef wcsncat
#define OAIWIRE_HELD_wcsncat
#pragma push_macro("wcsncat")
#undef wcsncat
#endif
#ifdef wcsncmp
#define OAIWIRE_HELD_wcsncmp
#pragma push_macro("wcsncmp")
#undef wcsncmp
#endif
#ifdef wcsncpy
#define OAIWIRE_HELD_wcsncpy
#pragma push_macro("wcsncpy")
#undef wcsncpy
#endif
#ifdef wcsnrtombs
#define OAIWIRE_HELD_wcsnrtombs
#pragma push_macro("wcsnrtombs")
#undef wcsnrtombs
#endif
#ifdef wcspbrk
#define OAIWIRE_HELD_wcspbrk
#pragma push_macro("wcspbrk")
#undef wcspbrk
#endif
#ifdef wcsrchr
#define OAIWIRE_HELD_wcsrchr
#pragma push_macro("wcsrchr")
#undef wcsrchr
#endif
#ifdef wcsrtombs
#define OAIWIRE_HELD_wcsrtombs
#pragma push_macro("wcsrtombs")
#undef wcsrtombs
#endif
#ifdef wcsspn
#define OAIWIRE_HELD_wcsspn
#pragma push_macro("wcsspn")
#undef wcsspn
#endif
#ifdef wcsstr
#define OAIWIRE_HELD_wcsstr
#pragma push_macro("wcsstr")
#undef wcsstr
#endif
#ifdef wcstod
#define OAIWIRE_HELD_wcstod
#pragma push_macro("wcstod")
#undef wcstod
#endif
#ifdef wcstof
#define OAIWIRE_HELD_wcstof
#pragma push_macro("wcstof")
#undef wcstof
#endif
#ifdef wcstok
#define OAIWIRE_HELD_wcstok
#pragma push_macro("wcstok")
#undef wcstok
#endif
#ifdef wcstol
#define OAIWIRE_HELD_wcstol
#pragma push_macro("wcstol")
#undef wcstol
#endif
#ifdef wcstold
#define OAIWIRE_HELD_wcstold
#pragma push_macro("wcstold")
#undef wcstold
#endif
#ifdef wcstoll
#define OAIWIRE_HELD_wcstoll
#pragma push_macro("wcstoll")
#undef wcstoll
#endif
#ifdef wcstombs
#define OAIWIRE_HELD_wcstombs
#pragma push_macro("wcstombs")
#undef wcstombs
#endif
#ifdef wcstoul
#define OAIWIRE_HELD_wcstoul
#pragma push_macro("wcstoul")
#undef wcstoul
#endif
#ifdef wcstoull
#define OAIWIRE_HELD_wcstoull
#pragma push_macro("wcstoull")
#undef wcstoull
#endif
#ifdef wcsxfrm
#define OAIWIRE_HELD_wcsxfrm
#pragma push_macro("wcsxfrm")
#undef wcsxfrm
#endif
#ifdef wctob
#define OAIWIRE_HELD_wctob
#pragma push_macro("wctob")
#undef wctob
#endif
#ifdef wctomb
#define OAIWIRE_HELD_wctomb
#pragma push_macro("wctomb")
#undef wctomb
#endif
#ifdef wctrans
#define OAIWIRE_HELD_wctrans
#pragma push_macro("wctrans")
#undef wctrans
#endif
#ifdef wctype
#define OAIWIRE_HELD_wctype
#pragma push_macro("wctype")
#undef wctype
#endif
#ifdef weak
#define OAIWIRE_HELD_weak
#pragma push_macro("weak")
#undef weak
#endif
#ifdef weak_ptr
#define OAIWIRE_HELD_weak_ptr
#pragma push_macro("weak_ptr")
#undef weak_ptr
#endif
#ifdef web
#define OAIWIRE_HELD_web
#pragma push_macro("web")
#undef web
#endif
#ifdef webp
#define OAIWIRE_HELD_webp
#pragma push_macro("webp")
#undef webp
#endif
#ifdef websocket
#define OAIWIRE_HELD_websocket
#pragma push_macro("websocket")
#undef websocket
#endif
#ifdef weekday
#define OAIWIRE_HELD_weekday
#pragma push_macro("weekday")
#undef weekday
#endif
#ifdef weeks
#define OAIWIRE_HELD_weeks
#pragma push_macro("weeks")
#undef weeks
#endif
#ifdef weight
#define OAIWIRE_HELD_weight
#pragma push_macro("weight")
#undef weight
#endif
#ifdef weights
#define OAIWIRE_HELD_weights
#pragma push_macro("weights")
#undef weights
#endif
#ifdef wfilebuf
#define OAIWIRE_HELD_wfilebuf
#pragma push_macro("wfilebuf")
#undef wfilebuf
#endif
#ifdef wfstream
#define OAIWIRE_HELD_wfstream
#pragma push_macro("wfstream")
#undef wfstream
#endif
#ifdef what
#define OAIWIRE_HELD_what
#pragma push_macro("what")
#undef what
#endif
#ifdef when
#define OAIWIRE_HELD_when
#pragma push_macro("when")
#undef when
#endif
#ifdef where
#define OAIWIRE_HELD_where
#pragma push_macro("where")
#undef where
#endif
#ifdef which
#define OAIWIRE_HELD_which
#pragma push_macro("which")
#undef which
#endif
#ifdef while
#define OAIWIRE_HELD_while
#pragma push_macro("while")
#undef while
#endif
#ifdef whole
#define OAIWIRE_HELD_whole
#pragma push_macro("whole")
#undef whole
#endif
#ifdef whose
#define OAIWIRE_HELD_whose
#pragma push_macro("whose")
#undef whose
#endif
#ifdef why
#define OAIWIRE_HELD_why
#pragma push_macro("why")
#undef why
#endif
#ifdef wide
#define OAIWIRE_HELD_wide
#pragma push_macro("wide")
#undef wide
#endif
#ifdef widen
#define OAIWIRE_HELD_widen
#pragma push_macro("widen")
#undef widen
#endif
#ifdef wider
#define OAIWIRE_HELD_wider
#pragma push_macro("wider")
#undef wider
#endif
#ifdef widest
#define OAIWIRE_HELD_widest
#pragma push_macro("widest")
#undef widest
#endif
#ifdef width
#define OAIWIRE_HELD_width
#pragma push_macro("width")
#undef width
#endif
#ifdef wifstream
#define OAIWIRE_HELD_wifstream
#pragma push_macro("wifstream")
#undef wifstream
#endif
#ifdef wine
#define OAIWIRE_HELD_wine
#pragma push_macro("wine")
#undef wine
#endif
#ifdef winsock
#define OAIWIRE_HELD_winsock
#pragma push_macro("winsock")
#undef winsock
#endif
#ifdef wios
#define OAIWIRE_HELD_wios
#pragma push_macro("wios")
#undef wios
#endif
#ifdef wiostream
#define OAIWIRE_HELD_wiostream
#pragma push_macro("wiostream")
#undef wiostream
#endif
#ifdef wipe
#define OAIWIRE_HELD_wipe
#pragma push_macro("wipe")
#undef wipe
#endif
#ifdef wire
#define OAIWIRE_HELD_wire
#pragma push_macro("wire")
#undef wire
#endif
#ifdef wistream
#define OAIWIRE_HELD_wistream
#pragma push_macro("wistream")
#undef wistream
#endif
#ifdef wistringstream
#define OAIWIRE_HELD_wistringstream
#pragma push_macro("wistringstream")
#undef wistringstream
#endif
#ifdef with
#define OAIWIRE_HELD_with
#pragma push_macro("with")
#undef with
#endif
#ifdef within
#define OAIWIRE_HELD_within
#pragma push_macro("within")
#undef within
#endif
#ifdef without
#define OAIWIRE_HELD_without
#pragma push_macro("without")
#undef without
#endif
#ifdef wmemchr
#define OAIWIRE_HELD_wmemchr
#pragma push_macro("wmemchr")
#undef wmemchr
#endif
#ifdef wmemcmp
#define OAIWIRE_HELD_wmemcmp
#pragma push_macro("wmemcmp")
#undef wmemcmp
#endif
#ifdef wmemcpy
#define OAIWIRE_HELD_wmemcpy
#pragma push_macro("wmemcpy")
#undef wmemcpy
#endif
#ifdef wmemmove
#define OAIWIRE_HELD_wmemmove
#pragma push_macro("wmemmove")
#undef wmemmove
#endif
#ifdef wmemset
#define OAIWIRE_HELD_wmemset
#pragma push_macro("wmemset")
#undef wmemset
#endif
#ifdef wofstream
#define OAIWIRE_HELD_wofstream
#pragma push_macro("wofstream")
#undef wofstream
#endif
#ifdef woken
#define OAIWIRE_HELD_woken
#pragma push_macro("woken")
#undef woken
#endif
#ifdef word
#define OAIWIRE_HELD_word
#pragma push_macro("word")
#undef word
#endif
#ifdef words
#define OAIWIRE_HELD_words
#pragma push_macro("words")
#undef words
#endif
#ifdef work
#define OAIWIRE_HELD_work
#pragma push_macro("work")
#undef work
#endif
#ifdef wostream
#define OAIWIRE_HELD_wostream
#pragma push_macro("wostream")
#undef wostream
#endif
#ifdef wostringstream
#define OAIWIRE_HELD_wostringstream
#pragma push_macro("wostringstream")
#undef wostringstream
#endif
#ifdef wosyncstream
#define OAIWIRE_HELD_wosyncstream
#pragma push_macro("wosyncstream")
#undef wosyncstream
#endif
#ifdef wprintf
#define OAIWIRE_HELD_wprintf
#pragma push_macro("wprintf")
#undef wprintf
#endif
#ifdef wrapped
#define OAIWIRE_HELD_wrapped
#pragma push_macro("wrapped")
#undef wrapped
#endif
#ifdef write
#define OAIWIRE_HELD_write
#pragma push_macro("write")
#undef write
#endif
#ifdef writer
#define OAIWIRE_HELD_writer
#pragma push_macro("writer")
#undef writer
#endif
#ifdef writing
#define OAIWIRE_HELD_writing
#pragma push_macro("writing")
#undef writing
#endif
#ifdef written
#define OAIWIRE_HELD_written
#pragma push_macro("written")
#undef written
#endif
#ifdef wrong
#define OAIWIRE_HELD_wrong
#pragma push_macro("wrong")
#undef wrong
#endif
#ifdef wrote
#define OAIWIRE_HELD_wrote
#pragma push_macro("wrote")
#undef wrote
#endif
#ifdef ws
#define OAIWIRE_HELD_ws
#pragma push_macro("ws")
#undef ws
#endif
#ifdef wscanf
#define OAIWIRE_HELD_wscanf
#pragma push_macro("wscanf")
#undef wscanf
#endif
#ifdef wstreambuf
#define OAIWIRE_HELD_wstreambuf
#pragma push_macro("wstreambuf")
#undef wstreambuf
#endif
#ifdef wstreampos
#define OAIWIRE_HELD_wstreampos
#pragma push_macro("wstreampos")
#undef wstreampos
#endif
#ifdef wstring
#define OAIWIRE_HELD_wstring
#pragma push_macro("wstring")
#undef wstring
#endif
#ifdef wstring_view
#define OAIWIRE_HELD_wstring_view
#pragma push_macro("wstring_view")
#undef wstring_view
#endif
#ifdef wstringbuf
#define OAIWIRE_HELD_wstringbuf
#pragma push_macro("wstringbuf")
#undef wstringbuf
#endif
#ifdef wstringstream
#define OAIWIRE_HELD_wstringstream
#pragma push_macro("wstringstream")
#undef wstringstream
#endif
#ifdef wsyncbuf
#define OAIWIRE_HELD_wsyncbuf
#pragma push_macro("wsyncbuf")
#undef wsyncbuf
#endif
#ifdef x
#define OAIWIRE_HELD_x
#pragma push_macro("x")
#undef x
#endif
#ifdef x25519
#define OAIWIRE_HELD_x25519
#pragma push_macro("x25519")
#undef x25519
#endif
#ifdef xai
#define OAIWIRE_HELD_xai
#pragma push_macro("xai")
#undef xai
#endif
#ifdef xalloc
#define OAIWIRE_HELD_xalloc
#pragma push_macro("xalloc")
#undef xalloc
#endif
#ifdef xdigit
#define OAIWIRE_HELD_xdigit
#pragma push_macro("xdigit")
#undef xdigit
#endif
#ifdef xhigh
#define OAIWIRE_HELD_xhigh
#pragma push_macro("xhigh")
#undef xhigh
#endif
#ifdef xsgetn
#define OAIWIRE_HELD_xsgetn
#pragma push_macro("xsgetn")
#undef xsgetn
#endif
#ifdef xsputn
#define OAIWIRE_HELD_xsputn
#pragma push_macro("xsputn")
#undef xsputn
#endif
#ifdef y
#define OAIWIRE_HELD_y
#pragma push_macro("y")
#undef y
#endif
#ifdef ydm
#define OAIWIRE_HELD_ydm
#pragma push_macro("ydm")
#undef ydm
#endif
#ifdef year
#define OAIWIRE_HELD_year
#pragma push_macro("year")
#undef year
#endif
#ifdef years
#define OAIWIRE_HELD_years
#pragma push_macro("years")
#undef years
#endif
#ifdef yes
#define OAIWIRE_HELD_yes
#pragma push_macro("yes")
#undef yes
#endif
#ifdef yield
#define OAIWIRE_HELD_yield
#pragma push_macro("yield")
#undef yield
#endif
#ifdef ymd
#define OAIWIRE_HELD_ymd
#pragma push_macro("ymd")
#undef ymd
#endif
#ifdef z
#define OAIWIRE_HELD_z
#pragma push_macro("z")
#undef z
#endif
#ifdef zero
#define OAIWIRE_HELD_zero
#pragma push_macro("zero")
#undef zero
#endif
#ifdef zhipu
#define OAIWIRE_HELD_zhipu
#pragma push_macro("zhipu")
#undef zhipu
#endif
